"""What is learnt of the measures from films whose truth is known: values in space, and errors."""
