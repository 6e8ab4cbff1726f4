"""What an editor needs to complete, explain and check the files of a portal: JSON Schemas with its own ids."""

from journeybook.exchange.editor.documents import schema_files
from journeybook.exchange.editor.keeping import keep_fresh, write_schemas
from journeybook.exchange.editor.modelines import modeline, schema_of_path, with_modeline
from journeybook.exchange.editor.names import Names, names_of
from journeybook.exchange.editor.vs_code import vs_code_files

__all__ = [
    "Names",
    "keep_fresh",
    "modeline",
    "names_of",
    "schema_files",
    "schema_of_path",
    "vs_code_files",
    "with_modeline",
    "write_schemas",
]
