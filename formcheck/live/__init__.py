"""How does a session in front of a camera go? Scene after scene, without hands, frame by frame."""
