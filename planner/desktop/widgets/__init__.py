"""Widgets, colours and style that know nothing of plans."""
