"""What the results of a run say together: counts over all of them, mismatches for Wikidata, an overview to read."""
