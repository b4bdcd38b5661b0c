"""How is the body bent? Geometry, named measures, the curve of the back."""
