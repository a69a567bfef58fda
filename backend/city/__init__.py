"""A city as data: its folder read, checked, and asked for what differs between cities."""
