"""One thing that the person is told."""

from dataclasses import dataclass
from enum import StrEnum


class CueKind(StrEnum):
    """What a cue is about, most pressing first."""

    ADVICE = "advice"
    SET_UP = "set-up"
    FAULT = "fault"
    PRAISE = "praise"
    COUNT = "count"


@dataclass(frozen=True)
class Cue:
    """One thing that the person is told.

    criterion_id: the criterion that it is about, None where it is about none.
    since_s: when it was given; the same words given again later are another cue.
    """

    text: str
    kind: CueKind
    criterion_id: str | None = None
    since_s: float = 0.0
