"""What was understood of a text or a file, shown before it goes in."""
