"""Search over all blogs, and jumping to a time."""
