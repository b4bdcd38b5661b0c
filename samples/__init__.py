"""Sample clips, and the studio that renders them."""
