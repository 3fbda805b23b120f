"""What authors said, in immutable entries; nothing here is concluded."""
