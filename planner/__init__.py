"""Front Foot: plan a sales call on the front foot, offline, in ten to fifteen minutes."""

__version__ = "0.1.0"
