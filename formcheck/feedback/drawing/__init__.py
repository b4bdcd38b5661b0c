"""How a person, a verdict and a page of text are drawn."""
