"""Numbers by name, many times over, in little memory."""

from array import array
from collections.abc import Iterator, Mapping


class PackedValues(Mapping[str, float]):
    """One row of numbers whose names are shared with other rows: 4 bytes a number.

    places: where in the row each name stands. values: by name, one for each of them; kept to seven
    digits.
    """

    __slots__ = ("_places", "_values")

    def __init__(self, places: Mapping[str, int], values: Mapping[str, float]) -> None:
        self._places = places
        self._values = array("f", (values[name] for name in places))

    def __getitem__(self, name: str) -> float:
        return self._values[self._places[name]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)
