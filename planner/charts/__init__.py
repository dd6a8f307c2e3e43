"""Charts, drawn once as plain shapes and texts; painted by the window and by the page alike."""
