"""Where the body is in one frame."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from formcheck.pose.blazepose_calibration import FULL
from formcheck.pose.body_size import pixels_per_metre
from formcheck.pose.calibration import Calibration
from formcheck.pose.company import Place
from formcheck.pose.jumps import Jumps
from formcheck.pose.landmarks import INDEX, LANDMARKS
from formcheck.video.camera_motion import STILL, CameraMotion

Floats = NDArray[np.float32]
COUNT = len(LANDMARKS)


@dataclass(frozen=True, eq=False)
class Silhouette:
    """Which pixels belong to the person, on a coarser grid than the frame.

    mask: rows × columns, True on the person. It is binary and coarse on purpose: a saved
        track then gives the very same measures as the live one.
    scale: mask pixels per frame pixel; frame point (x, y) lies at mask (x · scale, y · scale).
    """

    mask: NDArray[np.bool_]
    scale: float

    @property
    def packed(self) -> "PackedSilhouette":
        """The same in an eighth of the memory."""
        return PackedSilhouette(np.packbits(self.mask), self.mask.shape, self.scale)


class PackedSilhouette(Silhouette):
    """One whose pixels are bits until somebody looks at them, which is most often never or once.

    bits: of the mask row by row, eight in a byte. shape: rows and columns.
    """

    bits: NDArray[np.uint8]
    shape: tuple[int, ...]

    def __init__(self, bits: NDArray[np.uint8], shape: tuple[int, ...], scale: float) -> None:
        for name, value in {"bits": bits, "shape": shape, "scale": scale}.items():
            object.__setattr__(self, name, value)

    def __getattr__(self, name: str) -> Any:
        """The mask, unpacked each time that it is asked for."""
        if name != "mask":
            raise AttributeError(name)
        pixels = np.unpackbits(self.bits, count=self.shape[0] * self.shape[1])
        return pixels.reshape(self.shape).view(np.bool_)

    @property
    def packed(self) -> "PackedSilhouette":
        """Itself."""
        return self


@dataclass(frozen=True, eq=False)
class Pose:
    """The landmarks of one person at one moment; NaN throughout where nobody was found.

    NaN too is what the model doesn't place at all; see `LandmarkSet`.

    time_s: the frame's time in seconds.
    width, height: the frame's size in pixels.
    landmarks: 33 × 3, in the order of LANDMARKS; x right and y down in pixels of the upright,
        unmirrored frame, and depth in the same unit, smaller towards the camera, 0 at the middle of
        the hips.
    world: 33 × 3; metres, origin between the hips, x right, y down, z away from the camera.
    visibility, presence: 33 numbers between 0 and 1 as the model gives them. Visibility lags
        and is often high for joints that can't be seen, so it is one gate among others.
    silhouette: None where it was not asked for or nobody was found.
    covered: whether somebody in front, or what was laid over the film, hides some of the body or
        all of it, so that what is missing is no sign that the person went away.
    others: how many more people have been seen around lately; 0 where nobody looked for them.
    roll: degrees clockwise by which upright things leaned in the take's first picture because the
        camera is rolled; 0 where it was level or the picture doesn't tell.
    camera: how the camera has moved since then. Everything else is as pictured.
    take: number of the frame's take, from 0; see `Frame`.
    frozen: whether the film stands still, so that nobody knows what is done; see `Frame`.
    dark: whether the picture is too dark for anybody to be told in it; then nobody is there.
    calibration: how the model that found it places and scores landmarks.
    jumps: what isn't believed in the light of the poses before; None where nobody has looked yet.
    between: whether its picture wasn't looked at, and it was put in between two others.
    place: among the poses that it came with, None where it came alone; see `together`.
    """

    time_s: float
    width: int
    height: int
    landmarks: Floats
    world: Floats
    visibility: Floats
    presence: Floats
    silhouette: Silhouette | None = None
    covered: bool = False
    others: int = 0
    roll: float = 0.0
    camera: CameraMotion = STILL
    take: int = 0
    calibration: Calibration = FULL
    jumps: Jumps | None = None
    frozen: bool = False
    dark: bool = False
    between: bool = False
    place: "Place[Pose] | None" = None

    @cached_property
    def found(self) -> bool:
        """Whether the model found a person at all."""
        return bool(np.isfinite(self.landmarks[:, 0]).any())

    def shows_the_same(self, other: "Pose") -> bool:
        """Whether another pose is of this very body in this very picture."""
        return (
            self.landmarks is other.landmarks
            and self.world is other.world
            and self.visibility is other.visibility
            and self.presence is other.presence
            and self.roll == other.roll
            and (self.camera is other.camera or self.camera == other.camera)
        )

    @property
    def lean(self) -> float:
        """Degrees clockwise by which upright things lean in this picture."""
        return self.roll + self.camera.roll

    def __getstate__(self) -> dict[str, Any]:
        """For another process: without those that it came with."""
        return {**self.__dict__, "place": None}

    def landmark(self, name: str) -> Floats:
        """One of LANDMARKS: x and y in pixels, and depth; NaN where it wasn't placed.

        Raises KeyError where there is no such landmark.
        """
        return np.asarray(self.landmarks[INDEX[name]])

    @cached_property
    def pixels_per_metre(self) -> float:
        """How large the person stands in the picture; see `body_size`."""
        return pixels_per_metre(self.landmarks, self.world)

    @cached_property
    def box(self) -> tuple[Floats, Floats]:
        """The corners of the box round all landmarks: least and most x and y, in pixels."""
        points = self.landmarks[:, :2]
        return np.nanmin(points, axis=0), np.nanmax(points, axis=0)

    @classmethod
    def missing(cls, time_s: float, width: int, height: int) -> Self:
        """A pose for a frame without a person."""
        return cls(
            time_s=time_s,
            width=width,
            height=height,
            landmarks=np.full((COUNT, 3), np.nan, np.float32),
            world=np.full((COUNT, 3), np.nan, np.float32),
            visibility=np.full(COUNT, np.nan, np.float32),
            presence=np.full(COUNT, np.nan, np.float32),
        )
