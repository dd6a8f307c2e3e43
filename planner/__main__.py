"""The door: the window without a command, the command line with one."""

import sys

from planner.cli import main

if __name__ == "__main__":
    sys.exit(main())
