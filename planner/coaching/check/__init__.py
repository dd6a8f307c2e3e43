"""The front-foot check: what a plan leaves to the other side, or to chance, and one thing to do about it."""
