"""The plan in front of one: for reading aloud before the call, and for the call itself."""
