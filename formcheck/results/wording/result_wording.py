"""Results in plain and kind words, for the report and for the command line."""

from formcheck.exercises.exercise import Exercise
from formcheck.exercises.load import library
from formcheck.exercises.translation import translated
from formcheck.measure.unit import SECONDS as UNIT_SECONDS
from formcheck.measure.unit import UNITS
from formcheck.results.instead import MAYBE, NOT_DONE
from formcheck.results.result_document import CriterionJudged, ResultDocument, VerdictName
from formcheck.results.wording.measure_wording import with_error
from formcheck.results.wording.recording_wording import INTERRUPTED, may_lie
from formcheck.results.wording.times_wording import NO_FULL_REPETITION, TOO_FEW_PICTURES
from formcheck.texts.texts import Texts

SYMBOLS: dict[VerdictName, str] = {"good": "✓", "fault": "✗", "unknown": "?"}
"""Beside the colour, for those who can't tell colours apart and for black-and-white paper."""

UNDECIDED = "result.undecided"
"""The message where it looks as much like one exercise as like another."""

LEAST_HINT = 0.25
"""Likeness from which it is said what an unrecognised input looks like most. Engineering value: a
lower one guesses wrongly (of the sample clips, a bird dog from half-way to the front looks like a
side leg lift by 0.13), and even at 0.29 push-ups without legs look like a child's pose; so it is
told as what it could be."""


def verdict_words(texts: Texts) -> dict[VerdictName, str]:
    """Each verdict in words."""
    return {verdict: texts.text(f"verdict.{verdict}") for verdict in SYMBOLS}


def headline(document: ResultDocument, texts: Texts) -> str:
    """The result in one sentence; before it, what was done instead of what was asked for."""
    other = title_of(document.exercise.runner_up or "", texts)
    if NOT_DONE in document.warning_ids:
        return texts.text("instead.headline", other=other)
    if MAYBE in document.warning_ids:
        maybe = texts.text("instead.headline_maybe", other=other)
        return f"{maybe} {_found(document, texts)}"
    return _found(document, texts)


def _found(document: ResultDocument, texts: Texts) -> str:
    summary = document.summary
    if not document.criteria:
        if not summary.reps:
            return texts.text("result.not_seen")
        return texts.counted("result.seen_times", summary.reps)
    if document.input.kind == "image":
        return _headline_of_picture(document, texts)
    if not summary.reps and all(one.verdict == "unknown" for one in document.criteria):
        return texts.text("result.not_judged")
    if summary.reps:
        unknown = "unknown" in (summary.verdict, *(one.verdict for one in document.reps))
        key = "result.partly_judged" if unknown else "result.good_of"
        return texts.counted(key, summary.reps, good=summary.good_reps)
    if summary.hold_s and document.exercise.asks_to_hold:
        return texts.text("result.held", seconds=summary.hold_s)
    # Without either, only what is kept all along, as a posture is, is called good.
    good = summary.verdict == "good"
    return texts.text("result.kept_well" if good else "result.no_repetition")


def _headline_of_picture(document: ResultDocument, texts: Texts) -> str:
    if document.summary.verdict == "fault":
        return texts.text("result.picture_fault")
    if any(one.verdict == "good" for one in document.criteria):
        return texts.text("result.picture_good")
    return texts.text("result.not_judged")


def recognised_line(document: ResultDocument, texts: Texts, *, titled: bool = True) -> str:
    """How the exercise was recognised: `Recognised: Bird dog (score 0.86; next: Plank 0.21)`.

    titled: with the exercise's title. Empty where it was given or none was recognised.
    """
    exercise = document.exercise
    if exercise.source == "given" or exercise.id is None or exercise.score is None:
        return ""
    values: dict[str, object] = {"score": exercise.score}
    key = "result.recognised" if titled else "result.recognised_untitled"
    if titled:
        values["title"] = exercise.title
    if exercise.runner_up is not None and exercise.runner_up_score is not None:
        key += "_next"
        values["next"] = title_of(exercise.runner_up, texts)
        values["next_score"] = exercise.runner_up_score
    return texts.text(key, **values)


def not_recognised(document: ResultDocument, texts: Texts) -> str:
    """That nobody was seen, or no exercise recognised, and what to do; for the command line."""
    if not document.pose.frames_with_pose:
        return texts.text("result.nobody")
    if INTERRUPTED in document.warning_ids:
        return texts.text("result.interrupted_unrecognised")
    if may_lie(document.warning_ids):
        return texts.text("result.way_up")
    remedy = texts.text("result.not_recognised_remedy")
    return f"{remedy} {could_be(document, texts)}".rstrip()


def could_be(document: ResultDocument, texts: Texts) -> str:
    """What it may have been where none was recognised; empty where there is no telling.

    Of two that it is as much like, a warning speaks already.
    """
    if UNDECIDED in document.warning_ids:
        return ""
    hint, score = document.exercise.runner_up, document.exercise.runner_up_score
    if hint is None or score is None or score < LEAST_HINT:
        return ""
    return texts.text("result.could_be", title=title_of(hint, texts), id=hint)


def what_helps_to_recognise(document: ResultDocument, texts: Texts) -> tuple[str, ...]:
    """What may make an exercise recognisable the next time; nothing where nobody was seen."""
    if not document.pose.frames_with_pose:
        return ()
    still = document.input.kind == "image"
    keys = ("picture", "video") if still else ("name", "record", "camera")
    return tuple(texts.text(f"result.helps.{key}") for key in keys)


def missing_sides_line(document: ResultDocument, texts: Texts) -> str:
    """Which side is still to be trained; empty where none is."""
    missing = document.summary.missing_sides
    return texts.text(f"result.missing_side.{missing[0]}") if len(missing) == 1 else ""


def title_of(exercise_id: str, texts: Texts) -> str:
    """The title of one of the program's own exercises; the id of any other."""
    known = library().get(exercise_id)
    return exercise_id if known is None else translated(known, texts).title


def why_unknown(document: ResultDocument, exercise: Exercise | None, texts: Texts) -> str:
    """Why there is no verdict, and what to do about it; one line.

    exercise: that it was judged as, in the language of the texts.
    """
    if exercise is None:
        return not_recognised(document, texts)
    if INTERRUPTED in document.warning_ids:
        return texts.text("result.why.interrupted")
    seen = document.view.seen
    if not document.pose.frames_with_pose:
        return texts.text("result.why.nobody")
    if may_lie(document.warning_ids):
        return texts.text("result.why.way_up")
    other = document.exercise.runner_up
    told = set(document.warning_ids)
    maybe = MAYBE in told and NO_FULL_REPETITION not in told
    if other is not None and (maybe or NOT_DONE in told):
        # What to do for the one that was asked for helps nobody who does another.
        key = "instead" if NOT_DONE in told else "maybe"
        title = title_of(other, texts)
        return texts.text(f"result.why.{key}", other=title, title=exercise.title, id=other)
    if exercise.camera.is_elsewhere(seen):
        return texts.text(
            "result.why.view",
            seen=seen_from(seen, texts),
            title=exercise.title,
            views=texts.listed([seen_from(one, texts) for one in exercise.camera.views], "or"),
            place=texts.inline(exercise.camera.place),
        )
    if document.set_up.problems:
        return texts.inline(document.set_up.problems[0])
    return _why_too_little(document, exercise.title, texts) or _why_unseen(document, texts)


def _why_too_little(document: ResultDocument, title: str, texts: Texts) -> str:
    """That too little was done, or shown, to count a repetition; empty where it was enough."""
    if NO_FULL_REPETITION in document.warning_ids:
        return texts.text("result.why.too_small", title=title)
    if TOO_FEW_PICTURES in document.warning_ids:
        return texts.text("result.why.too_few_pictures")
    if not document.summary.reps and document.input.kind != "image":
        return texts.text("result.why.no_repetition", title=title)
    return "" if document.criteria else texts.text("result.why.not_seen", title=title)


def _why_unseen(document: ResultDocument, texts: Texts) -> str:
    unseen = [one.title for one in document.criteria if one.verdict == "unknown"]
    titles = ", ".join(map(texts.inline, unseen))
    if document.input.times == "guessed" and unseen:
        return texts.text("result.why.no_times", titles=titles)
    if document.input.kind == "image" and len(unseen) < len(document.criteria):
        return texts.text("result.why.one_picture", titles=titles)
    if all(one.found is not None for one in document.criteria if one.verdict == "unknown"):
        return texts.text("result.why.too_near", titles=titles)
    return texts.text("result.why.unseen", titles=titles)


def things_to_improve(document: ResultDocument) -> list[str]:
    """The cues of the criteria at fault, most important first."""
    return [one.cue or one.title for one in document.criteria if one.verdict == "fault"]


def seen_from(view: str, texts: Texts) -> str:
    """A view behind `seen from`: `the side`, `half-way between front and side`."""
    return texts.text(f"view.from.{view}")


def measured_text(one: CriterionJudged, texts: Texts) -> str:
    """The value that a verdict rests on, give or take its error."""
    return with_error(one.found, one.error, UNITS[one.unit], texts)


def found_text(one: CriterionJudged, texts: Texts) -> str:
    """What was measured for a criterion, in one or two sentences."""
    if one.verdict == "unknown":
        return _unknown_text(one, texts)
    key = "outside" if one.verdict == "fault" else "inside"
    found = texts.text(f"result.found.{key}", value=measured_text(one, texts))
    if not one.judged_s or one.fault_s is None:
        return found
    lasted = texts.text("result.found.lasted", judged=one.judged_s, fault=one.fault_s)
    return f"{found} {lasted}"


def _unknown_text(one: CriterionJudged, texts: Texts) -> str:
    if one.judged_s is None and one.unit == UNIT_SECONDS.name:
        return texts.text("result.found.no_times")
    if one.found is None:
        told = texts.text("result.found.unseen")
    else:
        told = texts.text("result.found.unclear", value=measured_text(one, texts))
    return f"{told} {one.needs}".rstrip()


def capitalised(sentence: str) -> str:
    """With a capital letter, and the rest as it is."""
    return sentence[:1].upper() + sentence[1:]
