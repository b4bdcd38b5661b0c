"""Exit statuses."""

DONE = 0
NOTHING_JUDGED = 1
DIFFERS = 1
BAD_INPUT = 2
INTERRUPTED = 130

READER_GONE = 141
"""As a shell tells it of a program that SIGPIPE ended: whoever read the output had enough."""
