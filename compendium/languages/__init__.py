"""Languages: the data of each language, which a linguist can review, and the forms made from it."""
