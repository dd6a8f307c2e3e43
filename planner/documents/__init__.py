"""From plan to page: Jinja2 template, page markup, ReportLab."""
