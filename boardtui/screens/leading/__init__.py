"""The ways between screens, from any of them to any other."""
