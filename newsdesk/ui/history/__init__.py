"""The history of an entry and of a blog, visit by visit, with every difference."""
