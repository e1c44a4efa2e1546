"""Places, organisations and people: their names, life dates, wholes and parts."""
