"""City staff: who they are, what they did, and what needs a second person."""
