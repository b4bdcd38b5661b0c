"""Several people in a picture: who is who, whom to watch, and what they hide of one another."""
