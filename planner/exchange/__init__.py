"""Plans in and out: plan files."""
