"""The entries of a blog: a list that stays quick with a hundred thousand of them."""
