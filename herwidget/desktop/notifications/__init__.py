"""Ways to show a notification, each a `core.ports.Notifier`, and the chain that picks one."""
