"""Fonts and pixmaps need the application."""

import pytest
from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True, scope="session")
def there_is_an_application(application: QApplication) -> QApplication:
    return application
