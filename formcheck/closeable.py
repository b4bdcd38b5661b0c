"""Being closed at the end of a with statement."""

from abc import ABC, abstractmethod
from typing import Self


class Closeable(ABC):
    """Something that holds a file, a device or a model until it is closed."""

    @abstractmethod
    def close(self) -> None:
        """Let go of it; may be called twice."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
