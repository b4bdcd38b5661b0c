"""Movements counted from their own range, and cut into phases."""
