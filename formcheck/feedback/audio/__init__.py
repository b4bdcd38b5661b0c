"""How cues are spoken and signals played."""
