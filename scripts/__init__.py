"""Programs behind `./run`: preparing data, serving, testing, checking and measuring."""
