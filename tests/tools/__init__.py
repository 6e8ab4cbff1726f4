"""What the tests share: a browser, a server, and checkers of built sites."""
