"""Whether the camera and its picture serve, and what is told about them."""
