"""From a file to poses: how it is read, which way up it is, and who in it is judged."""
