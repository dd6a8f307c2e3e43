"""Backups, earlier versions and the trash, as pages."""
