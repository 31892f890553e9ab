"""The store: one file, all SQL. `store.Store` is the door."""
