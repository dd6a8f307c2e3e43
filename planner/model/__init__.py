"""What a plan is: frozen data and its arithmetic; no Qt, no TinyDB, no files."""
