"""Where `formcheck` begins, before anything is loaded."""

# The part of `signal` that is there already; the rest takes as long to load as all before it.
import _signal  # type: ignore[import-not-found]
import os
import sys


def main() -> None:
    """Load the command and run it; Ctrl-C before it listens ends it without a word."""
    if _signal.getsignal(_signal.SIGINT) is _signal.default_int_handler:
        _signal.signal(_signal.SIGINT, _signal.SIG_DFL)
    # NumPy's products are small here: several threads wait for each other longer than they work.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        from formcheck.cli import main
    except ModuleNotFoundError as missing:
        if missing.name is None or missing.name.startswith("formcheck"):
            raise
        sys.exit(_not_installed(missing.name))
    main.main()


def _not_installed(library: str) -> str:
    """To who starts it from a folder that was only unpacked."""
    from formcheck.texts.system_language import system_language
    from formcheck.texts.texts import load_texts

    return load_texts(system_language()).text("error.not_installed", library=library)
