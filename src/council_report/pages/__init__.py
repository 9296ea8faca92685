"""Pages of HTML that load nothing: how they speak, and what a browser may do with them."""
