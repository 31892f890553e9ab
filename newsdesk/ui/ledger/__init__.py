"""The ledger of a blog: what was corrected, clarified, refiled and withdrawn, and what nobody has classed."""
