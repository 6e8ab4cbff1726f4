"""Pictures of a portal: Mermaid text, escaped in one place."""
