"""The pose model: where it comes from, how it is rebuilt, what was measured and learned of it."""
