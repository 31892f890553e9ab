"""Saying what a change after release was: a quiet strip beneath the entry."""
