"""Files that somebody broke, by chance or on purpose: one clear line, soon, in little memory."""
