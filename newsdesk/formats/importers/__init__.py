"""Readers for what other live-blog systems give out. Nothing is fetched: a picture becomes its address and words."""
