"""Is this good form, and how many were done? Poses in, verdicts out."""
