"""Playing a film, a cut, a scene or a sound: pictures and sound on one clock, without any window."""
