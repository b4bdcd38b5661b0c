"""One set from its first frame to its last: followed, recorded, judged and summed up."""
