"""The results of a run as pages to read: an overview, and a page for each article with findings."""
