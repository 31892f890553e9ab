"""Find and replace: in the entry, and across the blog."""
