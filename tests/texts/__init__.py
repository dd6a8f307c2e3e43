"""The catalogue of every text that a person reads."""
