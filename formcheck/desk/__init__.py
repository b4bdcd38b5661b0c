"""How does someone sit at a desk, hour by hour? Posture, breaks, and when to say a word."""
