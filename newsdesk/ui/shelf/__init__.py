"""What is not on the desk: archived and deleted blogs, and deleted entries; everything comes back from here."""
