"""References replaced by keyed digests of them, before anything of a file is kept or told."""
