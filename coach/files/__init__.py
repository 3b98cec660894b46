"""Files that are whole or not there: the one place that writes them for log, export and app."""
