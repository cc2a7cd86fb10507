"""The parts of the screen. None of them knows another."""
