"""The result contract: what `result.json` holds, key by key and in this order.

New keys may be added; none change meaning within a schema number. Angles keep one decimal, times
two, lengths three; what could not be measured is null.
"""

from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from formcheck.video.timing import Times, Timing

SCHEMA: Final = 2

VerdictName = Literal["good", "fault", "unknown"]
Seconds = Annotated[float, Field(ge=0)]


class DocumentPart(BaseModel):
    """A part of the document; frozen, and without keys that the contract doesn't have."""

    model_config = ConfigDict(extra="forbid", frozen=True, serialize_by_alias=True)


class TakeRead(DocumentPart):
    """A stretch of one camera without a cut, from its first frame to its last."""

    start_s: Seconds
    end_s: Seconds


class InputRead(DocumentPart):
    """What was looked at.

    path: as it was given. width, height: pixels, upright. duration_s, frames: what was read, which
    is less than the file promises where it breaks off. thinned_from: pictures a second that were
    filmed, where not all of them were read; null where all were. poses_between: pictures that were
    read and not looked at, as somebody moved slowly: their poses were put in between two others.
    rotation: degrees clockwise by which the stored pictures were turned. times: `guessed` where the
    recording has none that can be believed, so that everything that needs seconds is null or
    unknown; `slowed` where it plays at another pace than it was filmed at, `slowed_by` times
    slower: seconds are those of the filming. camera: whether it stood still; where it moved,
    measures are those of one that stands still. takes: in rising time; empty for a picture, and
    where nobody looked for them. people: how many were seen at once; one of them was judged.
    person: which of them, from left to right and from 1, where one was chosen.
    """

    path: str
    kind: Literal["video", "image", "poses"]
    width: int
    height: int
    duration_s: Seconds | None
    frames: int
    rotation: int
    thinned_from: Annotated[float, Field(gt=0)] | None = None
    poses_between: Annotated[int, Field(ge=0)] = 0
    times: Literal["known", "guessed", "slowed"] = "known"
    slowed_by: Annotated[float, Field(gt=0)] = 1.0
    camera: Literal["still", "moving"] = "still"
    takes: tuple[TakeRead, ...] = ()
    people: Annotated[int, Field(ge=0)] = 0
    person: Annotated[int, Field(ge=1)] | None = None

    @property
    def timing(self) -> Timing:
        """What the times are worth, as video has it."""
        return Timing(Times(self.times), self.slowed_by)


class ExerciseJudged(DocumentPart):
    """Which exercise it was judged as; id is null where none was recognised.

    score: how much it looks like it, 0 to 1; null where it was given. runner_up: id of the next
    likeliest, if it does a little; where none was recognised, of the likeliest one; where it was
    given, of another one that seems to have been done instead, else null. runner_up_score: how
    much it looks like that one. asks_to_hold: whether anything is to be held in it; where not, what
    is written of holds are stops on the way.
    """

    id: str | None
    title: str | None
    source: Literal["given", "recognised"]
    score: float | None
    runner_up: str | None
    runner_up_score: float | None = None
    asks_to_hold: bool = True


class PoseFound(DocumentPart):
    """How well the person was seen.

    coverage: the share of frames in which all joints that the exercise needs were in view; where
    none was recognised, those of any exercise.
    """

    model: str
    frames_with_pose: int
    coverage: Annotated[float, Field(ge=0, le=1)]


class ViewSeen(DocumentPart):
    """The plane of the body that the exercise wants to be seen from, and the one that was."""

    expected: str
    seen: Literal["side", "front", "back", "three-quarter", "end-on", "unknown"]


class SetUpSeen(DocumentPart):
    """Whether camera and start position allowed a verdict."""

    verdict: VerdictName
    problems: tuple[str, ...]


class RepetitionJudged(DocumentPart):
    """One repetition; side is null where the working side could not be told."""

    number: int
    side: Literal["left", "right", "both"] | None
    start_s: Seconds | None
    end_s: Seconds | None
    hold_s: Seconds | None
    peak: dict[str, float | None]
    verdict: VerdictName
    faults: tuple[str, ...]


class SetResult(DocumentPart):
    """The whole set.

    missing_sides: of an exercise for one side at a time, the side that was not trained.
    """

    reps: int
    good_reps: int
    hold_s: Seconds | None
    verdict: VerdictName
    missing_sides: tuple[Literal["left", "right"], ...] = ()


class CriterionJudged(DocumentPart):
    """One criterion over the set.

    found: the value that the verdict rests on. error: its standard error, null where nobody knows
    it. worst: the value of a single frame that was furthest out. limit: its range, null where open.
    needs: what would settle a verdict of unknown, in a sentence; empty where it is settled or
    nobody knows.
    """

    id: str
    title: str
    verdict: VerdictName
    judged_s: Seconds | None
    fault_s: Seconds | None
    found: float | None
    error: float | None
    worst: float | None
    limit: tuple[float | None, float | None]
    unit: str
    cue: str
    needs: str = ""


class SetJudged(DocumentPart):
    """One set within a recording; keys as in the document itself.

    start_s, end_s: from the first moment that belongs to it to the last; null where nobody knows.
    """

    exercise: ExerciseJudged
    start_s: Seconds | None
    end_s: Seconds | None
    view: ViewSeen
    set_up: SetUpSeen
    reps: tuple[RepetitionJudged, ...]
    summary: SetResult
    criteria: tuple[CriterionJudged, ...]


class UnnamedStretch(DocumentPart):
    """A stretch in which somebody was seen and no exercise was recognised, so nothing is judged."""

    start_s: Seconds
    end_s: Seconds


class Speed(DocumentPart):
    """How long the analysis took."""

    seconds: Seconds
    frames_per_second: float


class ResultDocument(DocumentPart):
    """Everything that is known of one input: what `result.json` holds.

    schema_number: of the contract. pose: the model, and how well the person was seen. view, set_up:
    whether it could be judged from there. exercise, reps, summary, criteria: of all sets together
    where they are of one exercise; else of the exercise that lasted longest. sets: in rising time;
    empty where nothing was done. unnamed: what lies between them, before and after, in rising time;
    empty where one exercise was looked for all along, or none was recognised at all. warnings: a
    line each. warning_ids: what each of them is about, the same in every language. language: that
    titles, cues and warnings are in, as a code such as `en`. `to_json` gives the file's text,
    `model_validate_json` reads it.
    """

    schema_number: Literal[2] = Field(default=SCHEMA, alias="schema")
    input: InputRead
    exercise: ExerciseJudged
    pose: PoseFound
    view: ViewSeen
    set_up: SetUpSeen
    reps: tuple[RepetitionJudged, ...]
    summary: SetResult
    criteria: tuple[CriterionJudged, ...]
    sets: tuple[SetJudged, ...]
    unnamed: tuple[UnnamedStretch, ...] = ()
    warnings: tuple[str, ...]
    warning_ids: tuple[str, ...] = ()
    language: str = "en"
    speed: Speed

    @property
    def holds_several_exercises(self) -> bool:
        """Whether its sets are of more than one exercise."""
        return len({one.exercise.id for one in self.sets}) > 1

    def of_set(self, one: SetJudged) -> "ResultDocument":
        """The document as if the recording held nothing but this set."""
        return self.model_copy(
            update={
                "exercise": one.exercise,
                "view": one.view,
                "set_up": one.set_up,
                "reps": one.reps,
                "summary": one.summary,
                "criteria": one.criteria,
                "sets": (one,),
                "unnamed": (),
            }
        )

    def to_json(self) -> str:
        """The document as indented JSON text."""
        return self.model_dump_json(indent=2) + "\n"
