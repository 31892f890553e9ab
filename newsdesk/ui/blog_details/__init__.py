"""The details of a blog: what stands above its entries, and what an export says of it."""
