"""What one criterion comes to: a value, its error, the evidence, and what is said of it."""
