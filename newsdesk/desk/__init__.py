"""What a person can do, without a window: the command line and the window both stand on this."""
