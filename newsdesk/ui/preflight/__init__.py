"""The preflight panel: what to look at before an export, while one writes."""
