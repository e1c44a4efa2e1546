"""The teacher's pages: dossiers, lessons, courses, methods."""
