"""What is looked at and beside what: the answers that screens and commands alike show."""


class NotThereError(Exception):
    """A force, day, measure, dimension or slice that is not there; a sentence for the user."""
