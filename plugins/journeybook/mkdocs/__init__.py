"""The MkDocs adapter: events, nothing else."""
