"""The clients: their list, the page of each, and what is done with whole clients."""
