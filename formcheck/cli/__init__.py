"""The command line: one short file per command, and beside them what commands share."""
