"""What a teaching document may hold: data classes that are read from TOML and JSON, and written."""
