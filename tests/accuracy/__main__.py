"""`python -m tests.accuracy`: measure formcheck on the sample clips, on a page.

Poses are estimated once a clip and kept in the cache folder, so that a second run takes seconds.
"""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from formcheck.errors import FormcheckError
from formcheck.validation.clips import NoClipsError, clips_folder, find_clips
from tests.accuracy.expected import read_expected, write_expected
from tests.accuracy.findings import Findings, find_out, headline_figures
from tests.accuracy.observe import Observed, observe
from tests.accuracy.plots import draw_plots
from tests.accuracy.report import PLOTS, report

REPORT = Path(__file__).parents[2] / "samples" / "ACCURACY-CLIPS.md"
CACHE = Path(tempfile.gettempdir()) / "formcheck-accuracy"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run it; returns the exit status."""
    options = _options(arguments)
    try:
        clips = find_clips(options.clips or clips_folder(), options.names)
        observed = []
        for number, clip in enumerate(clips, 1):
            print(f"{number}/{len(clips)} {clip.name}", file=sys.stderr)  # noqa: T201
            observed.append(observe(clip, options.cache))
        write_report(find_out(observed), options.out)
        if options.keep:
            _keep(observed)
    except FormcheckError as error:
        print(error, file=sys.stderr)  # noqa: T201
        return 2
    return 0


def write_report(findings: Findings, path: Path) -> None:
    """Write the report, and its plots in a folder beside it."""
    plots = draw_plots(findings, path.parent / PLOTS)
    path.write_text(report(findings, plots), encoding="utf-8")


def _keep(observed: Sequence[Observed]) -> None:
    """Raises NoClipsError unless all of the dozen were run."""
    names, _ = read_expected()
    chosen = [one for one in observed if one.clip.name in names]
    missing = set(names) - {one.clip.name for one in chosen}
    if missing:
        raise NoClipsError(f"--keep needs all of the dozen; missing: {', '.join(sorted(missing))}")
    write_expected(names, headline_figures(find_out(chosen)))


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.accuracy", description=__doc__)
    parser.add_argument("names", nargs="*", help="clips or patterns; all without any")
    parser.add_argument("--clips", type=Path, help="folder of the clips with labels and truth")
    parser.add_argument("--cache", type=Path, default=CACHE, help="folder for estimated poses")
    parser.add_argument("--out", type=Path, default=REPORT, help="the report to write")
    parser.add_argument(
        "--keep", action="store_true", help="keep the figures of the dozen as the expected ones"
    )
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
