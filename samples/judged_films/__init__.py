"""What formcheck makes of random films whose truth is known: see README.md."""
