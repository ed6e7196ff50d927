"""HTTP: addresses, parameters, negotiation and headers, one noun a module."""
