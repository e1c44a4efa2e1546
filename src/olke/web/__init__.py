"""The page frame every room shares: layout, components, errors, languages, assets."""
