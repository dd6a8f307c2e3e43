"""The window: one class per form, binding, undo, background jobs."""
