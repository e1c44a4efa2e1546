"""The eight primitives in a class: one module each, one interface (``base.Play``)."""
