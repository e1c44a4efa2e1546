"""What is printed: one model of blocks, which the writers turn into DOCX, PDF and pages."""
