"""The row above the flow that says what a run would do, starts it and shows how far it is."""
