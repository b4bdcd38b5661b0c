"""Whether what is learnt of the trunk's lean can be believed of somebody at a desk."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from formcheck.desk.glance import Glance
from formcheck.desk.hidden_hips import TRUNK
from formcheck.measure.scale import BodyScale


@dataclass(frozen=True)
class LearntTrunkSettings:
    """apart: degrees by which the learnt lean is larger than the drawn one where it is wrong. Of
    rendered people whose legs are seen from the side the two are one degree apart; where the legs
    are out of the picture 3 or 4, and from the front 20 to 60.
    """

    apart: float = 10.0


DEFAULTS = LearntTrunkSettings()


def is_misleading(
    glances: Sequence[Glance], scale: BodyScale, settings: LearntTrunkSettings = DEFAULTS
) -> bool:
    """Whether the learnt lean of somebody who was asked to sit upright is to be left.

    It is learnt from whole bodies. False where the hips can't be seen.
    """
    learnt, drawn = (
        median(replace(one, by_drawing=by).values((TRUNK,), scale)[TRUNK] for one in glances)
        for by in (False, True)
    )
    return learnt - drawn > settings.apart
