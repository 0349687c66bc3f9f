"""Where a flow starts, and the flow itself."""
