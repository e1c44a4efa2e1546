"""A region's pack: checked, loaded, saved, frozen as an edition."""
