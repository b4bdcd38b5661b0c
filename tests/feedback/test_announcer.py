"""Who may speak when."""

from formcheck.feedback.audio.announcer import Announcer, AnnouncerSettings
from formcheck.feedback.cues import Cue, CueKind
from tests.live.doubles import Voice


class Busy(Voice):
    """Is still speaking."""

    speaking = True


def test_a_reminder_waits_until_nothing_else_is_said() -> None:
    voice = Busy()
    announcer = Announcer(voice, muted=False)
    announcer.announce("Begin on all fours.", 0.0)

    announcer.remind("Come closer.", 10.0)

    assert voice.said == ["Begin on all fours."]


def test_the_same_reminder_comes_less_and_less_often() -> None:
    voice = Voice()
    announcer = Announcer(voice, muted=False)

    said_s = []
    for second in range(200):
        before = len(voice.said)
        announcer.remind("Come closer.", float(second))
        if len(voice.said) > before:
            said_s.append(second)

    again_s = AnnouncerSettings().repeat_s
    assert said_s == [0, again_s, 3 * again_s, 7 * again_s, 15 * again_s]


def test_another_reminder_comes_after_a_few_seconds() -> None:
    voice = Voice()
    announcer = Announcer(voice, muted=False)
    for second in range(6):
        announcer.remind("Come closer." if second == 0 else "Lie down flat.", float(second))

    assert voice.said == ["Come closer.", "Lie down flat."]


def test_what_is_kept_is_said_with_the_next_instruction() -> None:
    voice = Voice()
    announcer = Announcer(voice, muted=False)
    announcer.keep("We skip it.")
    announcer.cue(Cue("2", CueKind.COUNT), 0.0)
    announcer.announce("Next: Plank.", 1.0)
    announcer.announce("Begin.", 2.0)

    assert voice.said == ["2", "We skip it. Next: Plank.", "Begin."]


def test_a_muted_voice_is_not_waited_for() -> None:
    announcer = Announcer(Busy(), muted=True)
    announcer.announce("Begin on all fours.", 0.0)

    assert not announcer.speaking(1.0)


def test_a_voice_that_never_ends_is_not_waited_for_forever() -> None:
    announcer = Announcer(Busy(), muted=False)
    announcer.announce("Begin on all fours.", 0.0)

    assert announcer.speaking(10.0)
    assert not announcer.speaking(100.0)
