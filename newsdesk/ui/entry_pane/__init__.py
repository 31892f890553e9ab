"""The entry as one writes it: time, headline, text, state. Nothing here has to be saved."""
