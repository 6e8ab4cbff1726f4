"""Pages as data: one view-model per kind of page. What it shows, not how it looks."""
