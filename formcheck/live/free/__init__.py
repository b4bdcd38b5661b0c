"""A session without a plan: what the person does is recognised, then coached."""
