"""How fast a large pack is loaded with every check, beside inserting the same rows bare."""
