"""What a template is given: a plan in ready words, dates and money, so that templates only place them."""
