"""Where `formcheck` begins, before anything is loaded."""

import os
import signal


def main() -> None:
    """Load the command and run it; Ctrl-C while it is loaded ends it without a word."""
    heard = signal.getsignal(signal.SIGINT)
    if heard is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    # NumPy's products are small here: several threads wait for each other longer than they work.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from formcheck.cli import main

    signal.signal(signal.SIGINT, heard)
    main.main()
