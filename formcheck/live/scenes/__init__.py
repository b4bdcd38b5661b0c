"""What fills the screen of a live session, one after the other: questions, rests, exercises."""
