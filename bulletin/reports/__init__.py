"""Text to reports, one module a step; `reading` holds the order of the steps."""
