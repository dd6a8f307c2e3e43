"""The front-foot check on the screen: findings beside their step, answers, suggestions, thresholds."""
