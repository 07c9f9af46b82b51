"""What a built site has beside its pages: for engines, feeds, old addresses, policies."""
