"""Questions to city hall: answered with its own words, or passed on to a person; meetings with officials."""
