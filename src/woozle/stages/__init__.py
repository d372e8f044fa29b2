"""The rooms, in the order of the flow. A room never imports another: they speak through tables."""
