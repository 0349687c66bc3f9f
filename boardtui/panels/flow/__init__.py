"""The page of the flow: from the backlog then to the backlog now, part by part."""
