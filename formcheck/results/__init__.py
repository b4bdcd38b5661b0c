"""What stays of a session: result documents, tables, annotated videos and reports."""
