"""How well formcheck measures and judges, against the truth of the rendered sample clips."""
