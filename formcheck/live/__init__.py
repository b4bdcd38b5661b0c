"""A live session: its scenes, what starts and pauses them, and the loop that joins it all."""
