"""One small file per page, with the addresses of that page at its end."""
