"""Which pose backends there are, and how one of them is asked for."""

from pathlib import Path

from formcheck.pose.backend import PoseBackend

ModelChoice = str | Path | PoseBackend | None
"""How a pose model is asked for: "full" (built in, where it is None), "lite", "heavy", the path of
a .task file, or a backend of one's own."""


def find_backend(model: ModelChoice = None) -> PoseBackend:
    """The backend that runs the model asked for; its library is loaded here and nowhere else.

    Raises ModelError where the model is missing, damaged or none at all.
    """
    if model is not None and not isinstance(model, str | Path):
        return model
    from formcheck.pose.blazepose.blazepose_backend import BlazePoseBackend
    from formcheck.pose.blazepose.model_file import find_model

    return BlazePoseBackend(find_model(model))


def can_be_sent(backend: PoseBackend) -> bool:
    """Whether another process of this program can open it too: one that the program brings."""
    return type(backend).__module__.partition(".")[0] == __name__.partition(".")[0]
