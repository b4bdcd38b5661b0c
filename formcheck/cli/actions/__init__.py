"""What the commands do, each loaded when its command is run."""
