"""Which pose backends there are."""

from pathlib import Path

from formcheck.pose.backend import PoseBackend


def find_backend(model: str | Path | None = None) -> PoseBackend:
    """The backend that runs the model asked for; its library is loaded here and nowhere else.

    model: "full" (built in, where it is None), "lite", "heavy", or the path of a .task file.

    Raises ModelError where the model is missing, damaged or none at all.
    """
    from formcheck.pose.blazepose.blazepose_backend import BlazePoseBackend
    from formcheck.pose.blazepose.model_file import find_model

    return BlazePoseBackend(find_model(model))
