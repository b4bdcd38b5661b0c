"""When a hold begins and ends, and how long it was."""
