"""The commands: the same desk without a window. `run.main` starts one; nothing here knows Qt."""
