"""Finding claims, entities, sources and words in any form they are typed in.

``parsing`` reads what was typed, ``planning`` turns it into steps over the index, ``matching`` runs
them on SQLite or PostgreSQL, ``ranking`` orders, ``answering`` puts it together; ``indexing`` and
``documents`` derive the index from the evidence.
"""
