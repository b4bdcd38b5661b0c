"""What drafts cite as their source."""

from formcheck.exercises.cited_source import Source
from formcheck.exercises.exercise_library import ExerciseLibrary

KEY = "demonstration"


def as_shown() -> tuple[Source, ...]:
    """The source of what was seen in a demonstration: a built-in one, which any reader knows."""
    return (ExerciseLibrary.built_in().glossary.sources[KEY],)
