"""The preferences, as a sheet over the window; what one chooses counts at once."""
