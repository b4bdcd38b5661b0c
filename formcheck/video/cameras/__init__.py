"""Live pictures: webcams, network cameras, and recordings that stand in for one."""
