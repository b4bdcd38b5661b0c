"""What stands still behind a person: by it the camera's movement is told from theirs."""
