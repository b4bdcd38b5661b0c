"""Where is the body in this frame? Pose models behind a protocol, one tracked person, tracks."""
