"""Random films: whoever, doing whatever, filmed from wherever, kept as landmarks with the truth."""
