"""What does a demonstration show? A recorded exercise in, a first exercise file out."""
