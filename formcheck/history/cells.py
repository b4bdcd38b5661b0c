"""Single values of the database: SQLite keeps any in any column, so each is looked at when read."""

import sqlite3
from datetime import datetime, timedelta, timezone, tzinfo
from math import isfinite

from formcheck.texts.shown import shown

LARGEST = 1e9
"""Engineering value: no second, repetition or angle of anybody is more."""

YEARS = range(2000, 2200)
"""Within which people exercise; from year 1 on every week would be told."""


def number(row: sqlite3.Row, key: str) -> float:
    """Raises ValueError where it is none that can be."""
    value = row[key]
    if not isinstance(value, int | float) or not isfinite(value) or abs(value) > LARGEST:
        raise ValueError(f"{key} is no number")
    return value


def whole(row: sqlite3.Row, key: str) -> int:
    """Raises ValueError where it is no whole number that can be."""
    value = number(row, key)
    if not isinstance(value, int):
        raise ValueError(f"{key} is no whole number")
    return value


def text(row: sqlite3.Row, key: str) -> str:
    """On one line, whoever wrote it; raises ValueError where it is none."""
    value = row[key]
    if not isinstance(value, str):
        raise ValueError(f"{key} is no text")
    return shown(value)


def moment(row: sqlite3.Row, key: str, zone: tzinfo) -> datetime:
    """A moment on the person's own clock; raises ValueError where it is none."""
    at = datetime.fromisoformat(text(row, key))
    if at.year not in YEARS:
        raise ValueError(f"{key} is no date on which anybody exercised")
    return at.astimezone(zone)


def zone(row: sqlite3.Row) -> tzinfo:
    """What the person's clock showed beyond UTC; raises ValueError where it can't be."""
    return timezone(timedelta(seconds=whole(row, "utc_offset_s")))
