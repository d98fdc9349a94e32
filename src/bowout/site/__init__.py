"""Where the parts are put together: settings, addresses, and the door for the web server."""
