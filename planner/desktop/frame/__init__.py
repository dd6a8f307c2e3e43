"""The window's frame: it assembles the rooms, and nothing in a room knows of it."""
