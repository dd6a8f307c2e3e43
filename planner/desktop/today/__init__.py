"""The first page: what can't wait, and what each line of it offers."""
