"""One operating-system concern a module, each behind a small protocol of core.ports."""
