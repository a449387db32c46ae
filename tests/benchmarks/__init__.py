"""Measurements, as ratios within one run. Nothing here passes or fails: see `python -m tests.benchmarks`."""
