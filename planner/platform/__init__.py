"""What the program asks of the system it runs on: files, its resources, the clock, the library's lock."""
