"""Several inputs, each a task of its own; a bad one doesn't lose the others."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from formcheck.analysis.analysis import Analysis
from formcheck.analysis.judging.judge_input import judge_input, prepare_for
from formcheck.analysis.poses.people_asked import PersonAsked, people_in
from formcheck.analysis.poses.source_settings import DEFAULTS as SOURCE
from formcheck.analysis.poses.source_settings import SourceSettings
from formcheck.analysis.progress import Progress, Stop, go_on
from formcheck.analysis.workers.crew import ALONE, Crew, WorkerDiedError
from formcheck.errors import FormcheckError
from formcheck.exercises.exercise import Exercise
from formcheck.pose.people.census import Followed
from formcheck.recognition.auto import Auto
from formcheck.results.files.folder import folder_name
from formcheck.results.tables.csv_format import PLAIN, CsvFormat
from formcheck.texts.entries import ENGLISH
from formcheck.texts.message import Message, message
from formcheck.texts.refusal import problem_of, refusal_told, unforeseen_told
from formcheck.texts.shown import shown


@dataclass(frozen=True)
class Task:
    """One input, and all that a process of its own needs to judge it.

    exercise: what it is judged as, or those of which each input's own is recognised.

    place: the output folder and the name of the folder in it, None to write nothing.
    followed: the one of several people who is judged, where one was chosen.
    csv: how tables are written. language: that results are told in. source: how the input is read.
    """

    path: Path
    exercise: Exercise | Auto
    model: str | None
    place: tuple[Path, str] | None
    video: bool
    followed: Followed | None = None
    csv: CsvFormat = PLAIN
    language: str = ENGLISH
    source: SourceSettings = SOURCE

    def run(
        self, progress: Progress | None = None, stop: Stop = go_on, crew: Crew = ALONE
    ) -> "TaskOutcome":
        """Judge it; an error is an outcome, not an exception: it costs this input alone.

        crew: who works on the parts of a long recording.
        """
        try:
            return judge_input(
                self.path,
                self.exercise,
                prepare=prepare_for(self.exercise, self.model, self.followed),
                place=self.place,
                video=self.video,
                progress=progress,
                stop=stop,
                csv=self.csv,
                crew=crew,
                language=self.language,
                source=self.source,
            )
        except WorkerDiedError:
            return died(self, alone=False)
        except FormcheckError as error:
            return Failure(self.path, problem_of(error))
        except OSError as error:
            return Failure(self.path, refusal_told(error))
        except Exception as error:
            if os.environ.get("FORMCHECK_DEBUG"):
                raise
            return Failure(self.path, of_one(self.path, unforeseen_told(error)))


@dataclass(frozen=True)
class Failure:
    """An input that couldn't be judged, and why.

    advice: the reason as it is told, where what it usually advises can't be done; None as it is.
    """

    path: Path
    reason: Message
    advice: Message | None = None

    @property
    def told(self) -> Message:
        """What is said of it."""
        return self.reason if self.advice is None else self.advice

    def document(self) -> dict[str, str | None]:
        """As JSON has it, for programs: in English, with an id that never changes."""
        return {"path": shown(self.path), "error": str(self.told), "id": self.reason.deepest_id}


TaskOutcome = Analysis | Failure


def died(task: Task, *, alone: bool) -> Failure:
    """What is said where a process died that worked on an input.

    alone: whether nothing else was worked on beside it from the start, which can't be advised then.
    """
    key = "error.worker.died_alone" if alone else "error.worker.alone"
    return Failure(task.path, message(key, path=shown(task.path)))


def of_one(path: Path, problem: Message) -> Message:
    """What is wrong, with the input that it was wrong with."""
    return message("error.of_one", path=shown(path), problem=problem)


def plan(
    paths: Sequence[Path],
    exercise: Exercise | Auto,
    *,
    model: str | None = None,
    out: Path | None = None,
    video: bool = True,
    people: Mapping[Path, Sequence[Followed]] | None = None,
    csv: CsvFormat = PLAIN,
    language: str = ENGLISH,
    source: SourceSettings = SOURCE,
) -> list[Task]:
    """A task for each input, each with a folder of its own.

    people: those who are judged in each input, where that was asked for: a task for each.
    csv: how tables are written. language: that results are told in. source: how inputs are read.
    """
    taken: set[str] = set()
    tasks = []
    for path in paths:
        for followed in (None,) if people is None else people.get(path, ()):
            place = None
            if out is not None:
                name = folder_name(out, path, taken, "" if followed is None else followed.name)
                taken.add(name)
                place = (out, name)
            task = Task(path, exercise, model, place, video, followed, csv, language, source)
            tasks.append(task)
    return tasks


def find_people(
    paths: Sequence[Path], person: PersonAsked, model: str | None, stop: Stop
) -> tuple[dict[Path, Sequence[Followed]], list[Failure]]:
    """Who was asked for in each input; those without such a person are failures."""
    found: dict[Path, Sequence[Followed]] = {}
    failures = []
    for path in paths:
        if stop():
            break
        try:
            found[path] = people_in(path, model).asked(person)
        except FormcheckError as error:
            failures.append(Failure(path, problem_of(error)))
        except OSError as error:
            failures.append(Failure(path, refusal_told(error)))
    return found, failures


def run_in_turn(
    tasks: Sequence[Task],
    stop: Stop,
    progress: Callable[[Task], Progress | None],
    crew: Crew = ALONE,
) -> Iterator[TaskOutcome]:
    """Judge one input after another in this process, in order.

    crew: who works on the parts of long recordings.
    """
    for task in tasks:
        if stop():
            return
        yield task.run(progress(task), stop, crew)
