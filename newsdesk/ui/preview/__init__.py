"""The preview: the entries around the chosen one as readers will see them."""
