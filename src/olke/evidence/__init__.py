"""Claims and their citations: the record everything in Olke serves."""
