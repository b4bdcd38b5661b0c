"""What to do next, in words: for the voice and for the page between two exercises."""

from collections.abc import Iterator

from formcheck.exercises.how_done import how_done
from formcheck.exercises.translation import translated_position
from formcheck.programmes.steps import Step, StepSide
from formcheck.texts.texts import Texts


def heading(step: Step, texts: Texts) -> str:
    """Which set comes, e.g. "Now the other side"; empty where the title says it all.

    Whoever is to do one side alone, as a programme for a patient may say, is told which.
    """
    return "  ·  ".join(_heading(step, texts))


def _heading(step: Step, texts: Texts) -> Iterator[str]:
    match step.side:
        case StepSide.OTHER_SIDE:
            yield texts.text("programme.other_side")
            return
        case StepSide.FIRST_SIDE if step.number == 1:
            yield texts.text("programme.first_side")
            return
        case StepSide.LEFT | StepSide.RIGHT:
            yield texts.text(f"programme.{step.side}")
    if step.sets > 1:
        yield texts.text("programme.set_number", number=step.number, sets=step.sets)


def how_much(step: Step, texts: Texts) -> str:
    """The goal, e.g. "8 to 12 times, 3 seconds each"."""
    goal = step.goal
    if goal.most is None:
        return ""
    times = "programme.times" if goal.fewest == goal.most else "programme.times_range"
    if goal.most == 1:
        times = "programme.once"
    words = texts.text(times, fewest=goal.fewest, most=goal.most)
    if goal.hold_s <= 0:
        return words
    hold = "programme.hold_once" if goal.most == 1 else "programme.hold_each"
    return texts.text("programme.joined", first=words, then=seconds_told(hold, goal.hold_s, texts))


def seconds_told(key: str, seconds: float, texts: Texts) -> str:
    """The text for so many seconds, which needn't be whole, as the language writes them."""
    number = texts.number(round(seconds, 1))
    return texts.text(f"{key}_one" if number == "1" else key, seconds=number)


def steps_of(step: Step, texts: Texts) -> tuple[str, ...]:
    """How it is done; sides are changed where both work in turn and none alone is asked for.

    Where one side works and then the other, the heading of each set says which.
    """
    exercise = step.exercise
    in_turn = exercise.sides.pattern == "alternating" and step.side is StepSide.ONLY
    return how_done(exercise, texts) if in_turn else exercise.steps


def position_of(step: Step, texts: Texts) -> str:
    """How to begin, e.g. "Begin on all fours."."""
    position = translated_position(step.exercise.start.position, texts)
    return texts.text("set_up.begin", position=position.title)


def camera_of(step: Step, before: Step | None, texts: Texts) -> str:
    """Where the camera belongs, or that it stays where it is."""
    place = step.exercise.camera.place
    if before is not None and before.exercise.camera.place == place:
        return texts.text("programme.camera_stays")
    return texts.text("programme.camera", place=place)


def spoken(step: Step, before: Step | None, texts: Texts) -> str:
    """Everything that someone has to know who hears it and sees nothing."""
    return " ".join(part for part in _spoken(step, before, texts) if part)


def _spoken(step: Step, before: Step | None, texts: Texts) -> Iterator[str]:
    same = before is not None and before.exercise.id == step.exercise.id
    if same:
        yield from map(_sentence, list(_heading(step, texts)) or [step.exercise.title])
        if step.side is StepSide.OTHER_SIDE:
            return
        yield _sentence(how_much(step, texts))
        return
    first = "programme.next" if before is not None else "programme.begin_with"
    yield texts.text(first, title=step.exercise.title)
    yield camera_of(step, before, texts)
    yield " ".join(steps_of(step, texts))
    yield _sentence(how_much(step, texts))
    yield from map(_sentence, _heading(step, texts))


def _sentence(text: str) -> str:
    return f"{text}." if text and text[-1].isalnum() else text
