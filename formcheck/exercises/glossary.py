"""What exercise files may speak of without saying it again: start positions, and sources."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from formcheck.exercises.cited_source import Source
from formcheck.exercises.names import Names
from formcheck.exercises.start_position import StartPosition


@dataclass(frozen=True)
class Glossary:
    """Start positions by name, and sources by key."""

    start_positions: Mapping[str, StartPosition] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)

    @property
    def names(self) -> Names:
        """The context in which a file that names them is validated."""
        return {"start position": self.start_positions, "source": self.sources}

    def joined(self, other: "Glossary") -> "Glossary":
        """Both together; where both have a name, the other's counts."""
        return Glossary(
            {**self.start_positions, **other.start_positions}, {**self.sources, **other.sources}
        )
