"""What people read and hear, one file for each language."""
