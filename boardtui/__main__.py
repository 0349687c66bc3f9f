"""`python -m boardtui`: the same as the command `boardtui`."""

from boardtui.cli.main import run

if __name__ == "__main__":
    run()
