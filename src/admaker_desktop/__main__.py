"""`python -m admaker_desktop`: the same as the command `admaker`."""

from admaker_desktop.cli.main import main

if __name__ == "__main__":
    main()
