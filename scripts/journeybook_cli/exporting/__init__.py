"""Maps as files: pictures and documents, drawn by a browser nobody sees."""
