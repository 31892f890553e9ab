"""Erasing for ever, by typed confirmation."""
