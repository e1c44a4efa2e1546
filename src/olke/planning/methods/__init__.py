"""The library of methods: what there is, how each goes, and trying it with a dossier."""
