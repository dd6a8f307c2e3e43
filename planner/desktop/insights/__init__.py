"""The page of insights over many calls."""
