"""Tables, sessions, migrations, mailbox. Knows no rules."""
