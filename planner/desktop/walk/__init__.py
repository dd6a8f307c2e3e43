"""The walk through one open plan, step by step."""
