"""Groups of the `agora` command."""
