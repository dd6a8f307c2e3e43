"""What the plan is told: how far it has come."""
