"""Every demonstration: seen at a glance, and recognised by the program itself."""
