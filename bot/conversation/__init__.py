"""What a turn is made of: Message, Reply, Ask, Form, and their words."""
