"""Being closed at the end of a with statement."""

from abc import ABC, abstractmethod
from types import TracebackType
from typing import Protocol, Self


class Closeable(ABC):
    """Something that holds a file, a device or a model until it is closed."""

    @abstractmethod
    def close(self) -> None:
        """Let go of it; may be called twice."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class Closes(Protocol):
    """What `Closeable` gives, for protocols: it need not be that class."""

    def close(self) -> None:
        """Let go of what is held; may be called twice."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...
