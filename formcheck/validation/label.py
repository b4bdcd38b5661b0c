"""What a sample clip shows: the TOML file beside it, written when the clip was made."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from formcheck.errors import FormcheckError
from formcheck.exercises.examined import told_of
from formcheck.texts.message import message, one_below_the_other
from formcheck.texts.refusal import reason_told
from formcheck.texts.shown import shown
from formcheck.texts.toml_file import TomlMistakesError, read_toml

Seconds = Annotated[float, Field(ge=0)]


class LabelError(FormcheckError):
    """A label that can't be read."""


class LabelPart(BaseModel):
    """A part of a label; unknown keys are errors, so that a typing slip is told."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class LabelledRepetition(LabelPart):
    """One repetition as it is done.

    side: the working side. start_s, end_s: leaving and reaching the rest position. hold_s: how
    long the furthest point is held, 0 where it is only a turning point. faults: ids of the
    criteria that are broken in it.
    """

    side: Literal["left", "right", "both"]
    start_s: Seconds
    end_s: Seconds
    hold_s: Seconds
    faults: tuple[str, ...]


class Label(LabelPart):
    """One clip.

    clip: the file's name, in the label's own folder. exercise: its id, empty where none is done.
    view: the plane of the body that the camera sees. facing: where the head lies or the face looks
    in the picture. near_side: the side nearer to the camera. hard: filmed so that formcheck may
    fail. refused: nothing can be judged from here, so that the verdict must be unknown. what: in
    one sentence. avoid: ids of the movements that must be warned about. unseen: ids of criteria
    that one camera can't judge here, so that `unknown` is the right answer even where they are
    broken.
    """

    clip: Annotated[str, Field(min_length=1)]
    exercise: str = ""
    view: Literal["side", "front", "back", "three-quarter", "end-on"]
    facing: Literal["left", "right", ""] = ""
    near_side: Literal["left", "right", ""] = ""
    hard: bool = False
    refused: bool = False
    what: str = ""
    avoid: tuple[str, ...] = ()
    unseen: tuple[str, ...] = ()
    repetitions: tuple[LabelledRepetition, ...] = ()

    @property
    def faults(self) -> frozenset[str]:
        """The criteria that are broken anywhere in the clip."""
        return frozenset(fault for repetition in self.repetitions for fault in repetition.faults)


def read_label(path: Path) -> Label:
    """The label in a TOML file.

    Raises LabelError, which names the file and the mistake.
    """
    try:
        return Label.model_validate(read_toml(path))
    except OSError as error:
        raise LabelError(
            message("error.label.unread", path=shown(path), reason=reason_told(error))
        ) from None
    except TomlMistakesError as error:
        raise LabelError(one_below_the_other(told_of(shown(path), error))) from None
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(place) for place in first["loc"])
        raise LabelError(
            message("error.label.wrong", path=shown(path), key=key, problem=first["msg"].lower())
        ) from None
