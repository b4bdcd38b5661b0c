"""Which way up a recording is, where its pictures alone don't tell: by what is recognised.

A wall squat that lies on its side may be somebody who lies and raises the legs. One of both goes
with an exercise far better, most times: how the body moves tells more than how it holds itself.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from formcheck.analysis.poses.pose_source import SourceFacts
from formcheck.exercises.exercise import Exercise
from formcheck.pose.pose import Pose
from formcheck.pose.upright.possible_turn import PossibleTurn
from formcheck.pose.upright.quarter_turn import quarter_turned
from formcheck.recognition.answer import RECORDING
from formcheck.recognition.feature_sampler import WHOLE_RECORDING
from formcheck.recognition.recogniser import Recogniser
from formcheck.recognition.sets import FoundSet


class WayUp(Enum):
    """USUAL: as the file says. TURNED: by the possible turn. UNCLEAR: one of both."""

    USUAL = auto()
    TURNED = auto()
    UNCLEAR = auto()


@dataclass(frozen=True)
class WayUpSettings:
    """What being recognised counts for; natural logarithms.

    Of 26 recordings in doubt (sample clips, real people, random films) turned back to be upright,
    14 are recognised, by 0.24 to 1.0 more than turned the wrong way; two are recognised only turned
    the wrong way, and stay unclear.

    of_score: of a score that is higher by 1.
    usual: from which what speaks for the usual way suffices.
    turned: the same for the other one: to turn a good recording does more harm.
    clear_score: of what is recognised after a turn.
    picture: from which a still picture seems to lie, so that nothing is judged in it. Of 92
        photographs and 57 pictures of sample clips half chose it; of the others 1 in 75 seems to
        lie that is upright, and 130 of 152 that were turned by a quarter.
    """

    of_score: float = 4.0
    usual: float = 1.0
    turned: float = 1.5
    clear_score: float = 0.6
    picture: float = 2.0


DEFAULTS: Final = WayUpSettings()


class OtherWayUp:
    """What a recording shows if it needs the turn that it may need. State over time.

    possible: None where there is no doubt; then nothing is looked at.
    """

    def __init__(self, possible: PossibleTurn | None, exercises: Iterable[Exercise]) -> None:
        self._possible = possible
        self._recogniser = Recogniser(exercises, settings=RECORDING, sampling=WHOLE_RECORDING)

    @property
    def degrees(self) -> int:
        """Clockwise; 0 where there is no doubt."""
        return 0 if self._possible is None else self._possible.degrees

    def update(self, pose: Pose) -> None:
        """Take in the next pose as the pictures show it."""
        if self._possible is not None:
            self._recogniser.update(quarter_turned(pose, self.degrees))

    def against(self, usual: Recogniser, settings: WayUpSettings = DEFAULTS) -> WayUp:
        """Which way up it is. usual: what was recognised as the pictures are."""
        if self._possible is None:
            return WayUp.USUAL
        score, turned_score = _score(usual.sets), _score(self._recogniser.sets)
        if not score and not turned_score:
            return WayUp.USUAL
        for_turn = _for_turn(self._possible, score, turned_score, settings)
        clear = turned_score >= settings.clear_score and self._possible.ahead >= 0
        if for_turn >= settings.turned and clear:
            return WayUp.TURNED
        return WayUp.USUAL if for_turn <= -settings.usual else WayUp.UNCLEAR

    def lies(self, usual: Recogniser, settings: WayUpSettings = DEFAULTS) -> bool:
        """Whether a still picture seems to lie. usual: what was recognised as it is."""
        if self._possible is None:
            return False
        score, turned_score = (
            0.0 if one.as_picture.exercise is None else one.as_picture.score
            for one in (usual, self._recogniser)
        )
        return _for_turn(self._possible, score, turned_score, settings) >= settings.picture

    def shows_only_so(
        self, asked: Exercise, usual: Recogniser, settings: WayUpSettings = DEFAULTS
    ) -> bool:
        """Whether the exercise that was asked for is clearly recognised after the turn alone."""
        if self._possible is None or any(one.exercise.id == asked.id for one in usual.sets):
            return False
        turned = [one for one in self._recogniser.sets if one.exercise.id == asked.id]
        return _score(turned) >= settings.clear_score


def other_way_up(facts: SourceFacts, exercises: Iterable[Exercise]) -> OtherWayUp:
    """Whoever looks whether a source must be turned.

    Where one of several people was chosen by where they are, it stays as it is.
    """
    return OtherWayUp(None if facts.followed is not None else facts.stance.possible, exercises)


def _for_turn(
    possible: PossibleTurn, score: float, turned_score: float, settings: WayUpSettings
) -> float:
    """What speaks for a turn: the pictures, and what is recognised with it and without."""
    return possible.ahead + settings.of_score * (turned_score - score)


def _score(sets: Iterable[FoundSet]) -> float:
    """How much a recording looks like what is recognised in it; 0 where that is nothing."""
    return max((one.answer.score for one in sets), default=0.0)
