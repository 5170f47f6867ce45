"""Office files to YAML the officer can finish."""
