"""What differs between two runs over the sample clips."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FREE = {"speed", "path", "source", "kind"}
"""Keys of a result that may differ from run to run: how long it took, and where the input lay."""

ROUNDING = 1e-6
"""How far two numbers may be apart that are the same."""


def differences(before: Path, after: Path) -> Iterator[str]:
    """A line for each difference, the clip first."""
    for folder in sorted(path for path in before.glob("*/*") if path.is_dir()):
        name = folder.relative_to(before)
        other = after / name
        if not other.is_dir():
            yield f"{name}: not judged"
            continue
        yield from (f"{name}: {line}" for line in _of_one(folder, other))


def _of_one(before: Path, after: Path) -> Iterator[str]:
    if _told(before) != _told(after):
        yield f"told: {_told(before)!r} -> {_told(after)!r}"
    results = [next(iter(folder.glob("*/result.json")), None) for folder in (before, after)]
    if None in results:
        yield "" if results == [None, None] else "one has no result"
        return
    old, new = (json.loads(path.read_text("utf-8")) for path in results if path)
    yield from _values(old, new, "result")
    for table in ("reps.csv", "measures.csv"):
        first, second = (next(folder.glob(f"*/{table}"), None) for folder in (before, after))
        if first and second:
            yield from _tables(first, second)
        elif first or second:
            yield f"{table}: only {'before' if first else 'after'}"


def _told(folder: Path) -> list[str]:
    """What was told, without where it was written and how long it took."""
    lines = (folder / "told.txt").read_text("utf-8").split("\n")
    return [line.strip() for line in lines if line.strip() and "OUT" not in line]


def _values(old: Any, new: Any, where: str) -> Iterator[str]:
    if isinstance(old, dict) and isinstance(new, dict):
        for key in dict.fromkeys((*old, *new)):
            if key in FREE:
                continue
            if key not in old or key not in new:
                yield f"{where}.{key}: only {'after' if key in new else 'before'}"
            else:
                yield from _values(old[key], new[key], f"{where}.{key}")
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for place, (one, other) in enumerate(zip(old, new, strict=True)):
            yield from _values(one, other, f"{where}[{place}]")
    elif not _same(old, new):
        yield f"{where}: {old!r} -> {new!r}"


def _same(old: Any, new: Any) -> bool:
    numbers = isinstance(old, float | int) and isinstance(new, float | int)
    return bool(abs(old - new) <= ROUNDING) if numbers else bool(old == new)


def _tables(before: Path, after: Path) -> Iterator[str]:
    old, new = (_columns(path) for path in (before, after))
    for column in dict.fromkeys((*old, *new)):
        if column not in old or column not in new:
            yield f"{before.name}: column {column} only {'after' if column in new else 'before'}"
            continue
        if len(old[column]) != len(new[column]):
            yield f"{before.name}: {len(old[column])} -> {len(new[column])} rows"
            return
        differing = [
            pair for pair in zip(old[column], new[column], strict=True) if not _same_text(*pair)
        ]
        if differing:
            yield f"{before.name}: {column} differs in {len(differing)} rows, first {differing[0]}"


def _columns(path: Path) -> dict[str, list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
        return {name: [row[name] for row in rows] for name in (rows[0] if rows else {})}


def _same_text(old: str, new: str) -> bool:
    try:
        return _same(float(old), float(new)) or old == new
    except ValueError:
        return old == new
