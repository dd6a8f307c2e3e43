"""The library on disk: clients and plans in TinyDB, written so that nothing is lost."""
