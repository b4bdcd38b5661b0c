"""When a set begins, pauses and ends, for someone who lies on the floor."""
