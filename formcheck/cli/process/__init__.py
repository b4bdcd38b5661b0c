"""The process itself: signals, helpers begun early, and who watches it."""
