import tests.profiles  # noqa: F401
