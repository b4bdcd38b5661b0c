"""Pictures into a file that browsers play."""
