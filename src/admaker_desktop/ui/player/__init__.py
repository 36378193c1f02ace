"""The player of the window: picture, transport, safe zones, full screen."""
