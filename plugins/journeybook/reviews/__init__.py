"""Comment links out; reviews back in come later."""
