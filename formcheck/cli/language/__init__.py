"""Help in the person's language, before anything else is loaded."""
