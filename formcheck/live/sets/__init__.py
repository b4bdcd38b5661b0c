"""One set while it is done: judged, counted towards its goal, spoken of, and kept."""
