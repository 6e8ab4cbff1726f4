"""What `bench_build.py` is made of: the systems, how a run is measured, and how the figures are told."""
