"""The blogs on the desk."""
