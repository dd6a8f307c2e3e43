"""Pictures of the window as people see it: `python -m tests.screenshots FOLDER`."""
