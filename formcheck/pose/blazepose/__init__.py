"""The BlazePose GHUM model: its file and the landmarker that runs it."""
