"""The page beside the form: made in the background, shown, exported, printed."""
