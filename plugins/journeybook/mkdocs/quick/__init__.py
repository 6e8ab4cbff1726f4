"""The quick way: what the host puts around pages is rendered once per kind of page, and bodies are put in."""
