"""What the recording of a live session says of itself while it goes on."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from formcheck.video.source import SourceInfo, SourceKind


@dataclass(frozen=True)
class UnderWay:
    """Whose set it is, and what it is taken with.

    exercise: its id. model: name of the pose model.
    """

    exercise: str
    model: str
    began: datetime
    source: SourceInfo

    def to_json(self) -> str:
        """As text."""
        source = self.source
        return json.dumps(
            {
                "exercise": self.exercise,
                "model": self.model,
                "began": self.began.isoformat(),
                "name": source.name,
                "width": source.width,
                "height": source.height,
                "rotation": source.rotation,
            }
        )

    @classmethod
    def from_json(cls, text: str) -> Self:
        """What a text says.

        Raises ValueError, KeyError, TypeError, OverflowError or RecursionError where it is none.
        """
        said = json.loads(text)
        if not isinstance(said, dict):
            raise ValueError("no object")
        width, height, rotation = (int(said[name]) for name in ("width", "height", "rotation"))
        source = SourceInfo(
            SourceKind.CAMERA, str(said["name"]), width, height, None, None, rotation, None
        )
        began = datetime.fromisoformat(str(said["began"]))
        return cls(str(said["exercise"]), str(said["model"]), began, source)
