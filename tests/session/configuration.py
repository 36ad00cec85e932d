"""The settings of the programs that make up a desktop session."""

from __future__ import annotations

from pathlib import Path

SERVICE_FOLDER = Path("/usr/share/dbus-1/services")

# Only these may be started by the bus itself. With all of the system's services a call to a notification
# daemon that is meant to be absent would start one.
ACTIVATABLE_SERVICES = ("org.a11y.Bus.service", "org.xfce.Xfconf.service")

BUS_CONFIGURATION = """\
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>{address}</listen>
  <auth>EXTERNAL</auth>
  <servicedir>{services}</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""

PANEL_HEIGHT = 28

PANEL_CONFIGURATION = """\
<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-panel" version="1.0">
  <property name="configver" type="int" value="2"/>
  <property name="panels" type="array">
    <value type="int" value="1"/>
    <property name="panel-1" type="empty">
      <property name="position" type="string" value="p=8;x={middle};y={bottom}"/>
      <property name="position-locked" type="bool" value="true"/>
      <property name="length" type="uint" value="100"/>
      <property name="size" type="uint" value="{height}"/>
      <property name="plugin-ids" type="array">
        <value type="int" value="1"/>
        <value type="int" value="2"/>
        <value type="int" value="3"/>
        <value type="int" value="4"/>
      </property>
    </property>
  </property>
  <property name="plugins" type="empty">
    <property name="plugin-1" type="string" value="tasklist"/>
    <property name="plugin-2" type="string" value="separator">
      <property name="expand" type="bool" value="true"/>
      <property name="style" type="uint" value="0"/>
    </property>
    <property name="plugin-3" type="string" value="systray"/>
    <property name="plugin-4" type="string" value="clock"/>
  </property>
</channel>
"""

# A server for screens that do not exist, with room for a second one; it takes no real keyboard or mouse.
XORG_CONFIGURATION = """\
Section "ServerFlags"
    Option "AutoAddDevices" "false"
    Option "DontVTSwitch" "true"
EndSection
Section "Device"
    Identifier "device"
    Driver "dummy"
    VideoRam 65536
EndSection
Section "Monitor"
    Identifier "monitor"
    HorizSync 5-1000
    VertRefresh 5-200
    Modeline "1280x800" 83.50 1280 1352 1480 1680 800 803 809 831
EndSection
Section "Screen"
    Identifier "screen"
    Device "device"
    Monitor "monitor"
    DefaultDepth 24
    SubSection "Display"
        Depth 24
        Modes "1280x800"
    EndSubSection
EndSection
"""

DUNST_CONFIGURATION = """\
[global]
    width = 320
    height = 200
    origin = top-right
    offset = 20x20
    font = Sans 10
    markup = full
    format = "<b>%s</b>\\n%b"
    history_length = 100
    mouse_left_click = close_current
    mouse_middle_click = do_action, close_current
    mouse_right_click = close_all
"""


def write_bus_configuration(folder: Path, address: str) -> Path:
    """Write the settings of a private session bus and return their path."""
    services = folder / "services"
    services.mkdir()
    for name in ACTIVATABLE_SERVICES:
        (services / name).symlink_to(SERVICE_FOLDER / name)
    path = folder / "bus.conf"
    path.write_text(BUS_CONFIGURATION.format(address=address, services=services))
    return path


def write_xfce_panel_configuration(configuration_home: Path, screen_width: int, screen_height: int) -> Path:
    """Write a panel along the lower edge: window buttons on the left, tray and clock on the right."""
    folder = configuration_home / "xfce4" / "xfconf" / "xfce-perchannel-xml"
    folder.mkdir(parents=True)
    path = folder / "xfce4-panel.xml"
    bottom = screen_height - PANEL_HEIGHT // 2
    text = PANEL_CONFIGURATION.format(middle=screen_width // 2, bottom=bottom, height=PANEL_HEIGHT)
    path.write_text(text)
    return path


def write_xorg_configuration(path: Path) -> Path:
    """Write the settings of an X server whose screens can be attached and detached; the first is there."""
    path.write_text(XORG_CONFIGURATION)
    return path


def write_dunst_configuration(path: Path) -> Path:
    """Write how notifications look and what the mouse buttons do on them."""
    path.write_text(DUNST_CONFIGURATION)
    return path
