"""`journeybook serve`: a watcher, a portal whose pages are made when a browser asks, and what gives them to it."""
