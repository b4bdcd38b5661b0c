"""Recorded files: opened, decoded, timed, read ahead and thinned."""
