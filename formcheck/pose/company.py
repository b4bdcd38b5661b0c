"""What has been worked out of poses that were there at once; see `together`."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

Member = TypeVar("Member")
Known = TypeVar("Known")


class Company(Generic[Member]):
    """Some poses, and what has been worked out of them."""

    def __init__(self, members: Sequence[Member]) -> None:
        self.members = members
        self._known: dict[Callable[..., Any], Any] = {}

    def known(self, work_out: Callable[[Sequence[Member]], Known]) -> Known:
        """What is worked out of all of them, once."""
        if work_out not in self._known:
            self._known[work_out] = work_out(self.members)
        found: Known = self._known[work_out]
        return found


class Place(NamedTuple, Generic[Member]):
    """Where a pose stands among those that it came with."""

    company: Company[Member]
    row: int

    @property
    def pose(self) -> Member:
        """It, as it came."""
        return self.company.members[self.row]
