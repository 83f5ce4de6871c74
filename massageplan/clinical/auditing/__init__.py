"""How each thing that an inspection asks for is looked for in a client's records."""
