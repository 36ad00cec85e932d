"""The check-in flow and the ticker: when a question is due, asked and kept."""
