"""Work in the background: worker threads, debouncing, and what is made ready before it is wanted."""
