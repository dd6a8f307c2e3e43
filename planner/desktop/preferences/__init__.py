"""The settings, in one dialog with search."""
