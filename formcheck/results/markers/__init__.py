"""The landmarks as motion laboratories keep them: markers over time, in their file formats."""
