"""The arithmetic of the price delta: what both prices and every driver add up to for the buyer."""
