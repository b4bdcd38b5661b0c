"""What is missing of a recording: what came of it beside what its container promised."""

from collections.abc import Iterator
from dataclasses import dataclass

from formcheck.texts.message import Message, message
from formcheck.video.recordings.decoding import Damage
from formcheck.video.recordings.stated import Stated


@dataclass(frozen=True)
class Read:
    """What came of a recording, from its beginning to its end.

    damage: what went wrong. joints: where it was joined of several recordings. last_s: time of the
    last picture. pictures: how many came.
    """

    damage: Damage
    joints: int
    last_s: float
    pictures: int


def missing_told(name: str, stated: Stated, read: Read, missing_s: float) -> Iterator[Message]:
    """What to say of it. name: of the file. missing_s: by which it must end early.

    Where it was joined, what is promised is the length of one part, and the last part before a
    joint is given for damaged though all of it is there.
    """
    damage, promised = read.damage, stated.pictures
    promised_s = None if read.joints else stated.video_s
    short_s = 0.0 if promised_s is None else promised_s - read.last_s
    fewer = promised is None or read.pictures + damage.packets < promised
    if damage.broken_off or (short_s > missing_s and fewer):
        yield _breaks_off(name, read.last_s, promised_s)
    damaged = damage.packets + max(0, damage.doubtful - read.joints)
    if damaged:
        yield message("recording.damaged", name=name, count=damaged)


def _breaks_off(name: str, last_s: float, length_s: float | None) -> Message:
    """That a recording ends before it should. length_s: as it is promised, if it is."""
    if length_s is None:
        return message("recording.breaks_off", name=name, last=float(last_s))
    return message("recording.breaks_off_of", name=name, last=float(last_s), length=float(length_s))
