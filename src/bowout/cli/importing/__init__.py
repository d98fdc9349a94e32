"""Parts of ``bowout import`` that need the database; they are loaded when it runs."""
