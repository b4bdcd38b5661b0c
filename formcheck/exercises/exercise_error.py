"""What can be wrong with exercises."""

from formcheck.errors import FormcheckError


class ExerciseError(FormcheckError):
    """An exercise file that can't be used, or an exercise that isn't there."""
