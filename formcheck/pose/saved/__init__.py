"""Poses in files, to be judged again without the video."""
