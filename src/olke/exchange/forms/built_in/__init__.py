"""The forms that come with Olke, one TOML file each."""
