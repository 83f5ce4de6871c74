"""The disk: a practice folder, packaged resources, documents written whole or not at all."""
