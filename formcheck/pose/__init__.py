"""Where is the body in this frame? The landmarker, poses, saved tracks, the model file."""
