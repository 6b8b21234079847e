"""What commands share: how they are called, their options, and how problems are printed."""
