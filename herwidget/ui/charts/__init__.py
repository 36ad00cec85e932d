"""The history's charts: each is a page of code over the shared parts in `chart`, `drawing`, `chart_view`."""
