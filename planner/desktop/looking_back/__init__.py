"""Around the call: what was meant, what happened, what the next one takes over."""
