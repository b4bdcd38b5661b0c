"""What a change of the code changes in the verdicts on the sample clips."""
