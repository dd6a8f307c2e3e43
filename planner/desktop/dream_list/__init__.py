"""The Dream list: who one wants as a client, in which order, and why."""
