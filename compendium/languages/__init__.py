"""What each language does its own way: data a linguist can review, and the forms made of it."""
