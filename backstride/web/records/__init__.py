"""Records: episodes, the events that happened in them, the decisions made, and the program in force."""
