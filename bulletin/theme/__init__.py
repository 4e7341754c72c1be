"""themes/<name>/ to templates and assets, and pages to bytes: jinja2 lives here."""
