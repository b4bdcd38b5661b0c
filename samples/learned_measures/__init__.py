"""What all landmarks together say of a joint's angle, and how sure that is: learnt from films."""
