"""Where `formcheck` begins, before anything is loaded."""

import os
import signal


def main() -> None:
    """Load the command and run it; Ctrl-C before it listens ends it without a word."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    # NumPy's products are small here: several threads wait for each other longer than they work.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from formcheck.cli import main

    main.main()
