"""The control API: what people do with their phones, and what is to go wrong."""
