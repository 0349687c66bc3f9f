"""The documents, and what generates those that the code itself knows best."""
