"""What was judged, put into the words and numbers of the result contract."""
