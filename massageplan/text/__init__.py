"""The strict dialect of YAML that records are written in: reading with places, and writing that reads back."""
