"""The library of methods: declared compositions of primitives."""
