"""Which sample clips there are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from fnmatch import fnmatchcase
from pathlib import Path

from formcheck.errors import FormcheckError
from formcheck.texts.message import message
from formcheck.texts.shown import shown
from formcheck.validation.label import Label, read_label

CHECKOUT = Path(__file__).parents[2]
"""Where this program lies, a checkout unless it was installed."""

IN_CHECKOUT = Path("samples") / "clips"


class NoClipsError(FormcheckError):
    """Sample clips that aren't there."""


@dataclass(frozen=True)
class SampleClip:
    """A clip and what it shows. name: the label's file name without its ending."""

    name: str
    path: Path
    label: Label


def clips_folder() -> Path:
    """Where the clips of the checkout are that this program or the user is in.

    Raises NoClipsError where there is none.
    """
    checkouts = (CHECKOUT, Path.cwd(), *Path.cwd().parents)
    for checkout in checkouts:
        if (checkout / IN_CHECKOUT).is_dir():
            return checkout / IN_CHECKOUT
    raise NoClipsError(message("error.clips.not_here", folder=IN_CHECKOUT))


def find_clips(folder: Path, names: Sequence[str] = ()) -> list[SampleClip]:
    """The clips in a folder, in alphabetical order; all of them, or those named.

    names: of clips, or patterns as in a shell, such as `bird-dog-*`.

    Raises NoClipsError where there are none or a name fits none, LabelError for a bad label.
    """
    labels = {path.stem: path for path in sorted(folder.glob("*.toml"))}
    if not labels:
        raise NoClipsError(message("error.clips.none", path=shown(folder)))
    wanted = {fitting for name in names for fitting in _fitting(name, labels)} or set(labels)
    return [_clip(labels[name]) for name in sorted(wanted)]


def _fitting(name: str, known: Iterable[str]) -> list[str]:
    found = [one for one in known if fnmatchcase(one, name)]
    if found:
        return found
    near = get_close_matches(name, known, n=1)
    if near:
        raise NoClipsError(message("error.clips.near", name=name, near=near[0]))
    raise NoClipsError(message("error.clips.unknown", name=name, known=", ".join(known)))


def _clip(path: Path) -> SampleClip:
    label = read_label(path)
    return SampleClip(path.stem, path.parent / label.clip, label)
