"""Where frames come from and go to: cameras, recordings, pictures, and the video writer."""
