"""What was typed: options, what the shell completes, and what is wrong."""
