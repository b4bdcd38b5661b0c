"""From the poses of one input to verdicts on its sets."""
