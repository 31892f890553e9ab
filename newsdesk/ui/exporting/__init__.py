"""The export sheet: what goes out, a look at it first, and what became of it."""
