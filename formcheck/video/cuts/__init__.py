"""Where one take of a recording ends and the next begins, and which pictures only hang."""
