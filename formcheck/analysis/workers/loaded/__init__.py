"""What workers have loaded when they begin; only the process that they are copies of imports it."""
