"""The model's confidence, pixel by pixel, as a silhouette."""

from dataclasses import dataclass

import cv2
import numpy as np

from formcheck.pose.pose import Floats, Silhouette


@dataclass(frozen=True)
class SilhouetteSettings:
    """How a silhouette is kept.

    longest_side: pixels; the model itself draws the outline on 256 × 256 pixels round the person.
    threshold: the model's confidence from which a pixel belongs to the person: as likely as not.
    """

    longest_side: int = 480
    threshold: float = 0.5


def silhouette_of(
    confidence: Floats, factor: int, settings: SilhouetteSettings = SilhouetteSettings()
) -> Silhouette:
    """The silhouette in a picture that was shrunk by a factor before the model saw it."""
    scale = min(1.0, settings.longest_side / max(confidence.shape))
    if min(confidence.shape) * scale < 1.0:
        scale = 1.0
    coarse = cv2.resize(confidence, None, fx=scale, fy=scale, interpolation=cv2.INTER_LINEAR)
    return Silhouette(mask=np.asarray(coarse) > settings.threshold, scale=scale / factor)
