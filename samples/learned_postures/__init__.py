"""What a pose looks like by itself, learnt from films drawn at random: see README.md."""
