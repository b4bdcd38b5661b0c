"""Results in plain and kind words, for the report and for the command line."""

from collections.abc import Sequence

from formcheck.exercises.exercise import Exercise
from formcheck.exercises.load import library
from formcheck.measure.unit import SECONDS as UNIT_SECONDS
from formcheck.measure.unit import UNITS
from formcheck.results.measure_wording import value_text
from formcheck.results.result_document import CriterionJudged, ResultDocument, VerdictName
from formcheck.results.times_wording import TOO_FEW_PICTURES, UNKNOWN_SECONDS

VERDICTS: dict[VerdictName, str] = {"good": "good", "fault": "to improve", "unknown": "unclear"}
SYMBOLS: dict[VerdictName, str] = {"good": "✓", "fault": "✗", "unknown": "?"}
"""Beside the colour, for those who can't tell colours apart and for black-and-white paper."""

NOT_RECOGNISED = "I did not recognise an exercise"

LEAST_HINT = 0.25
"""Likeness from which it is said what an unrecognised input looks like most. Engineering value: a
lower one guesses wrongly (of the sample clips, a bird dog from half-way to the front looks like a
side leg lift by 0.13), and even at 0.29 push-ups without legs look like a child's pose; so it is
told as what it could be."""


def headline(document: ResultDocument) -> str:
    """The result in one sentence."""
    summary = document.summary
    if not document.criteria:
        return f"Seen {counted(summary.reps, 'time')}." if summary.reps else "Not seen."
    if document.input.kind == "image":
        return _headline_of_picture(document)
    if summary.verdict == "unknown" and not summary.reps:
        return "This could not be judged."
    if summary.verdict == "unknown":
        seen = counted(summary.reps, "repetition")
        return f"{seen} seen, {summary.good_reps} of them good; not all could be judged."
    if summary.reps:
        return f"{summary.good_reps} of {counted(summary.reps, 'repetition')} good."
    return f"Held for {summary.hold_s:.1f} seconds." if summary.hold_s else "No repetition seen."


def _headline_of_picture(document: ResultDocument) -> str:
    if document.summary.verdict == "fault":
        return "There is something to improve."
    if any(one.verdict == "good" for one in document.criteria):
        return "Good as far as this picture shows."
    return "This could not be judged."


def recognised_line(document: ResultDocument, *, titled: bool = True) -> str:
    """How the exercise was recognised: `Recognised: Bird dog (score 0.86; next: Plank 0.21)`.

    titled: with the exercise's title. Empty where it was given or none was recognised.
    """
    exercise = document.exercise
    if exercise.source == "given" or exercise.id is None or exercise.score is None:
        return ""
    next_one = ""
    if exercise.runner_up is not None and exercise.runner_up_score is not None:
        next_one = f"; next: {title_of(exercise.runner_up)} {exercise.runner_up_score:.2f}"
    named = f"Recognised: {exercise.title}" if titled else "Recognised from the movement"
    return f"{named} (score {exercise.score:.2f}{next_one})"


def not_recognised(document: ResultDocument) -> str:
    """That no exercise was recognised, and what to do; for the command line."""
    return f"{NOT_RECOGNISED}; name it with --exercise ID. {could_be(document)}".rstrip()


def could_be(document: ResultDocument) -> str:
    """What it may have been where none was recognised; empty where there is no telling."""
    hint, score = document.exercise.runner_up, document.exercise.runner_up_score
    told = hint is not None and score is not None and score >= LEAST_HINT
    return f"It could be {title_of(hint)} ({hint})." if told and hint else ""


def what_helps_to_recognise(document: ResultDocument) -> tuple[str, ...]:
    """What may make an exercise recognisable the next time."""
    if document.input.kind == "image":
        return (
            "Give a picture of the furthest point: at rest, many exercises look alike.",
            "Give a video: the movement tells most.",
        )
    return (
        "Name the exercise: formcheck analyse INPUT --exercise ID "
        "(formcheck exercises lists them).",
        "Record at least two repetitions from start to end.",
        "Place the camera as the exercise asks, with the whole body in the picture.",
    )


def missing_sides_line(document: ResultDocument) -> str:
    """Which side is still to be trained; empty where none is."""
    missing = document.summary.missing_sides
    if len(missing) != 1:
        return ""
    done = "left" if missing[0] == "right" else "right"
    return f"Only the {done} side was done; do the {missing[0]} side too."


def title_of(exercise_id: str) -> str:
    """The title of one of the program's own exercises; the id of any other."""
    known = library().get(exercise_id)
    return exercise_id if known is None else known.title


def why_unknown(document: ResultDocument, exercise: Exercise | None) -> str:
    """Why there is no verdict, and what to do about it; one line."""
    if exercise is None:
        return not_recognised(document)
    seen = document.view.seen
    if not document.pose.frames_with_pose:
        return "no person could be found; have the whole body in the picture, in good light"
    if seen not in (*exercise.camera.views, "unknown"):
        views = " or ".join(map(facing, exercise.camera.views))
        return (
            f"seen from {facing(seen)}, but {exercise.title} can only be judged from {views}; "
            f"place the camera: {_uncapitalised(exercise.camera.place)}"
        )
    if document.set_up.problems:
        return _uncapitalised(document.set_up.problems[0])
    if no_full_repetition(exercise.title) in document.warnings:
        return f"no repetition of {exercise.title} went far enough to be counted"
    if TOO_FEW_PICTURES in document.warnings:
        return "there are too few pictures of each repetition"
    if not document.summary.reps and document.input.kind != "image":
        return f"no repetition of {exercise.title} was seen; record at least one from start to end"
    if not document.criteria:
        return f"no {exercise.title} was seen"
    unseen = [one.title for one in document.criteria if one.verdict == "unknown"]
    if document.input.times == "guessed" and unseen:
        titles = ", ".join(map(_uncapitalised, unseen))
        return f"the recording does not tell how long anything took: {titles}"
    titles = ", ".join(map(_uncapitalised, unseen))
    if document.input.kind == "image" and len(unseen) < len(document.criteria):
        return f"one picture does not show everything ({titles}); give a video"
    if all(one.found is not None for one in document.criteria if one.verdict == "unknown"):
        return f"too near the limit to tell: {titles}"
    return f"not enough could be seen to judge: {titles}"


def no_full_repetition(title: str) -> str:
    """What to do where somebody moved too little for a repetition of the exercise."""
    return f"I saw no full repetition of {title}. Move further, so that it can be counted."


def things_to_improve(document: ResultDocument) -> list[str]:
    """The cues of the criteria at fault, most important first."""
    return [one.cue or one.title for one in document.criteria if one.verdict == "fault"]


def tilt_told(roll: float, *, sure: bool = True) -> tuple[str, ...]:
    """What is said of a camera that is rolled by some degrees; nothing of a level one.

    sure: whether it is by these and no others.
    """
    if not roll:
        return ()
    if not sure:
        return (
            "The camera is tilted, and by how much can't be told: what is held against the "
            "vertical was not judged. Straighten the camera and film again.",
        )
    return (
        f"The camera is tilted by about {abs(roll):.0f} degrees. That is allowed for; "
        "straighten it if you can.",
    )


def turn_told(turned: int) -> tuple[str, ...]:
    """What is said of a recording that was turned by some degrees clockwise; nothing for 0."""
    if not turned:
        return ()
    lies = "stands on its head" if turned == 180 else "lies on its side"
    way = {90: "90° clockwise", 180: "180°", 270: "90° anticlockwise"}[turned]
    return (
        f"This recording {lies}: it was turned by {way}, as the body in it shows. "
        "Nothing in the file says so; save it upright where it is used elsewhere too.",
    )


def cuts_told(cuts_s: Sequence[float], most: int = 5) -> tuple[str, ...]:
    """What is said of a recording that was cut at these seconds; the first `most` are named."""
    if not cuts_s:
        return ()
    named = [f"{cut_s:.1f} s" for cut_s in cuts_s[:most]]
    if len(cuts_s) > most:
        named.append(f"{len(cuts_s) - most} more")
    when = " and ".join(filter(None, (", ".join(named[:-1]), named[-1])))
    times = "1 cut" if len(cuts_s) == 1 else f"{len(cuts_s)} cuts"
    return (f"The recording has {times}, at {when}; what was under way there is not counted.",)


def facing(view: str) -> str:
    """A view with its article: `the side`, `half-way between front and side`."""
    if view == "three-quarter":
        return "half-way between front and side"
    if view == "end-on":
        return "the feet or the head"
    return f"the {view}"


def measured_text(one: CriterionJudged) -> str:
    """The value that a verdict rests on, give or take its error: `158° ± 5°`."""
    value = value_text(one.found, UNITS[one.unit])
    if one.found is None or one.error is None:
        return value
    return f"{value} ± {value_text(one.error, UNITS[one.unit])}"


def found_text(one: CriterionJudged) -> str:
    """What was measured for a criterion, in one or two sentences."""
    if one.verdict == "unknown":
        return _unknown_text(one)
    lead = "Furthest off" if one.verdict == "fault" else "Nearest to the limit"
    found = f"{lead}: {measured_text(one)}."
    if not one.judged_s or one.fault_s is None:
        return found
    return f"{found} Judged for {one.judged_s:.1f} s, {one.fault_s:.1f} s of it out of range."


def _unknown_text(one: CriterionJudged) -> str:
    if one.judged_s is None and one.unit == UNIT_SECONDS.name:
        return UNKNOWN_SECONDS
    if one.found is None:
        return f"It could not be seen well enough to judge. {one.needs}".rstrip()
    return f"Seen: {measured_text(one)}, which may be right or wrong. {one.needs}".rstrip()


def counted(number: int, noun: str) -> str:
    """`1 repetition`, `2 repetitions`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def capitalised(sentence: str) -> str:
    """With a capital letter, and the rest as it is."""
    return sentence[:1].upper() + sentence[1:]


def _uncapitalised(sentence: str) -> str:
    """A sentence as part of another; a leading I stays as it is."""
    sentence = sentence.rstrip(".")
    if sentence.startswith(("I ", "I'")):
        return sentence
    return sentence[:1].lower() + sentence[1:]
