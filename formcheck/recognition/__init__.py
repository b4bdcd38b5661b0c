"""Which exercise is this? Poses in, the likeliest exercise out."""
