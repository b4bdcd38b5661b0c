"""What can go wrong in the studio, each with its remedy."""

from __future__ import annotations

from formcheck.errors import FormcheckError


class StudioError(FormcheckError):
    """The studio can't render what was asked for."""


class BodyFilesError(StudioError):
    """The body's files are absent or damaged."""


class MotionDataError(StudioError):
    """A motion, clip, body or room file says something that can't be."""
