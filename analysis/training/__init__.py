"""How the shipped pipeline is made and scored; nothing here is needed to read news."""
