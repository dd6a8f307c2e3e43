"""Insights: what many reflected calls say when they are laid side by side, and what they do not say.

Pure and deterministic: records of calls in, sentences with their numbers out. Nothing is claimed that
chance alone would show in more than one report in twenty; how that is held is in `chance.py`.
"""
