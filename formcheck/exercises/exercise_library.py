"""The exercises that there are: the program's own, and those of a user's folder with them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType

from formcheck.exercises.complaints import Complaints
from formcheck.exercises.examined import Examined
from formcheck.exercises.exercise import Exercise
from formcheck.exercises.exercise_error import ExerciseError
from formcheck.exercises.exercise_reader import (
    EXERCISE,
    examined_at,
    exercises_in,
    glossary_in,
)
from formcheck.exercises.glossary import Glossary
from formcheck.exercises.start_position import StartPosition
from formcheck.texts.message import Message, message
from formcheck.texts.shown import shown

BUILT_IN = "library"


@dataclass(frozen=True, eq=False)
class ExerciseLibrary(Mapping[str, Exercise]):
    """Exercises by id, and the start positions and sources that they speak of.

    It is a mapping that can't be changed: `library["bird-dog"]`, `library.values()`. Every exercise
    carries what its file names, and the movements to avoid of the whole library, so that nobody who
    has an exercise must ask where it came from.
    """

    exercises: Mapping[str, Exercise]
    glossary: Glossary

    def __getitem__(self, id: str) -> Exercise:
        return self.exercises[id]

    def __iter__(self) -> Iterator[str]:
        return iter(self.exercises)

    def __len__(self) -> int:
        return len(self.exercises)

    @classmethod
    def built_in(cls) -> "ExerciseLibrary":
        """The program's own exercises, in alphabetical order."""
        return _built_in()

    @property
    def start_positions(self) -> Mapping[str, StartPosition]:
        """By name."""
        return self.glossary.start_positions

    def with_folder(self, folder: Traversable) -> "ExerciseLibrary":
        """This library and what is in a folder, which comes first where both have an id.

        The folder may hold all that the built-in one does: exercises as folders or single files,
        start positions, movements to avoid, sources, translations. See `exercise_reader`.

        Raises ExerciseError, one line a mistake.
        """
        if not folder.is_dir():
            raise ExerciseError(message("error.exercise.no_folder", path=shown(folder)))
        glossary = glossary_in(folder, self.glossary)
        own = [self._translated_as_before(one) for one in exercises_in(folder, glossary)]
        exercises = {**self.exercises, **{one.id: one for one in own}}
        complaints = Complaints()
        with complaints.gathered():
            _check_ids(own, folder)
        with complaints.gathered():
            _check_alternatives(own, exercises)
        complaints.tell()
        watched = _avoided(exercises)
        exercises = {one.id: one.with_avoided(watched) for one in exercises.values()}
        return ExerciseLibrary(MappingProxyType(exercises), glossary)

    def find(self, wanted: str | Path) -> Exercise:
        """An exercise by id, or by the path of its file or folder.

        Raises ExerciseError, which names the nearest id, where there is none.
        """
        wanted = str(wanted)
        if wanted.endswith(".toml"):
            return self.read(Path(wanted))
        if wanted in self.exercises:
            return self.exercises[wanted]
        if Path(wanted, EXERCISE).is_file():
            return self.read(Path(wanted))
        raise ExerciseError(_unknown(wanted, _near(wanted, self.exercises.values())))

    def read(self, path: Path) -> Exercise:
        """The exercise in a file or folder, which may name what stands beside it.

        Raises ExerciseError that names the file, the key and the remedy, one line a mistake.
        """
        return self.adopted(self._translated_as_before(self.examine(path).sound))

    def examine(self, path: Path) -> Examined[Exercise]:
        """What a file or folder holds, and every mistake that its exercise has by itself.

        Raises ExerciseError, one line a mistake, where what stands beside it can't be used.
        """
        place = path.parent if path.name == EXERCISE else path
        return examined_at(place, glossary_in(place.absolute().parent, self.glossary))

    def adopted(self, exercise: Exercise) -> Exercise:
        """An exercise from elsewhere, with this library's movements to avoid watched meanwhile."""
        return exercise.with_avoided(_avoided({**self.exercises, exercise.id: exercise}))

    def at_the_desk(self) -> Exercise:
        """The posture that is watched at a desk; a user's own one before the program's.

        Raises ExerciseError where there is none.
        """
        postures = [one for one in self.exercises.values() if one.at_the_desk]
        if not postures:
            raise ExerciseError(message("error.exercise.none_for_desk"))
        return postures[-1]

    def _translated_as_before(self, own: Exercise) -> Exercise:
        """A copy of one of this library's keeps the translation of the words that it left."""
        ours = self.exercises.get(own.id)
        if ours is None:
            return own
        return own.with_translations({**ours.translations, **own.translations})


@cache
def _built_in() -> ExerciseLibrary:
    nothing = ExerciseLibrary({}, Glossary())
    return nothing.with_folder(files(__package__).joinpath(BUILT_IN))


def _avoided(exercises: Mapping[str, Exercise]) -> tuple[Exercise, ...]:
    return tuple(one.with_avoided(()) for one in exercises.values() if one.recognised is not None)


def _check_ids(own: Sequence[Exercise], folder: Traversable) -> None:
    """Raise ExerciseError where two exercises of a folder have one id, as a copied file has."""
    ids = [one.id for one in own]
    for id in dict.fromkeys(ids):
        if ids.count(id) > 1:
            raise ExerciseError(message("error.exercise.same_id", path=shown(folder), id=id))


def _check_alternatives(own: Iterable[Exercise], exercises: Mapping[str, Exercise]) -> None:
    """Raise ExerciseError where advice leads to an exercise that there is not."""
    for one in own:
        better = one.recognised.alternative if one.recognised is not None else one.id
        if better not in exercises:
            problem = _unknown(better, _near(better, exercises.values()))
            raise ExerciseError(message("error.exercise.alternative", id=one.id, problem=problem))


def _near(wanted: str, exercises: Iterable[Exercise]) -> list[str]:
    """The id that was meant, if any: written a little otherwise, by a title, or by a part."""
    meant: dict[str, str] = {}
    wanted = wanted.lower()
    for one in exercises:
        titles = (own.words.get("title", "") for own in one.translations.values())
        meant |= dict.fromkeys((name.lower() for name in (*titles, one.title, one.id)), one.id)
    close = [meant[name] for name in get_close_matches(wanted, meant, n=1)]
    return close or [id for id in sorted(set(meant.values())) if wanted in id.split("-")][:1]


def _unknown(wanted: str, near: Sequence[str]) -> Message:
    if near:
        return message("error.exercise.near", wanted=wanted, near=near[0])
    return message("error.exercise.unknown", wanted=wanted)
