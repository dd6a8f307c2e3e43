"""The ten-minute plan: the essential questions alone."""
