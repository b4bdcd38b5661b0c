"""People at a desk as the pose model sees them, by what they do: see README.md."""
