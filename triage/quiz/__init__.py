"""The guided quiz in the browser: one page after the other, with no trace on the server."""
