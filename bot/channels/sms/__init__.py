"""Text messages: how the city talks to any phone, over whichever gateways it has."""
