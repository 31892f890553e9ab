"""Newsdesk, a desktop live-blog editor that works with no network."""

__version__ = "0.1.0"
