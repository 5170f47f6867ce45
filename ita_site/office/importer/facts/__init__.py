"""What rows and lines make: measures, reports, scores, findings."""
