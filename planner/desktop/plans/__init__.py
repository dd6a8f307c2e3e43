"""The list of plans, and what can be done with whole plans."""
