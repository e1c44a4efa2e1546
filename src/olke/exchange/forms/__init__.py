"""Official forms of plans: data with the date from which each holds."""
