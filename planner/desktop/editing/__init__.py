"""A plan being edited: the document, its undo and autosave, and the binding of inputs to fields."""
