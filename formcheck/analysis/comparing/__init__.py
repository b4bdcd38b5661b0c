"""Results side by side: what differs between them, and by more than the measures' errors?"""
