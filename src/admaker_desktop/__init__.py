"""AdMaker Desktop: from a client's brief to approved, checked, delivered ads."""

__version__ = "0.1.0"
