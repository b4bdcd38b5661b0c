"""Which clips count in the figure of recognition."""

from formcheck.validation.label import Label
from tests.accuracy.recognition import Naming, counts, in_words, shown


def test_clips_count_that_are_fairly_filmed() -> None:
    assert counts(Label(clip="a.mp4", exercise="bird-dog", view="side"))
    assert counts(Label(clip="a.mp4", view="side", refused=True))
    assert not counts(Label(clip="a.mp4", exercise="bird-dog", view="side", hard=True))
    assert not counts(Label(clip="a.mp4", exercise="bird-dog", view="front", refused=True))
    assert not counts(Label(clip="a.mp4", exercise="safe-lift", view="three-quarter"))


def test_a_movement_to_avoid_is_named_as_itself() -> None:
    assert shown(Label(clip="a.mp4", view="side", avoid=("toe-touch",))) == "toe-touch"
    assert shown(Label(clip="a.mp4", view="side")) == "nothing"


def test_the_section_tells_the_share_and_what_was_confused() -> None:
    found = Naming(3, 4, (("plank", "push-up", "plank-good"),), ())
    assert "3 of 4 clips (75%)" in in_words(found)
    assert "- `plank-good`: plank, taken for push-up" in in_words(found)
