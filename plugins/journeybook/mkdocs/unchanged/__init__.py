"""Whether nothing at all has changed since the last whole build, which then stands: all else is left alone."""
