"""How the person is told: what to say now, the picture on the screen, window, voice and signals."""
