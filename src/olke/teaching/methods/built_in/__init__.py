"""The built-in methods, one TOML file each."""
