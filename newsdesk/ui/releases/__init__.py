"""The releases of a blog: every export, to be looked up and made again."""
