"""Starts Newsdesk from a checkout: the window, or with a command the command line."""

import sys

from newsdesk.__main__ import main

sys.exit(main())
