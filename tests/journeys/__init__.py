"""Whole stories on a real screen, with real keys and the real mouse."""
