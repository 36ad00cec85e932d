"""Where a chart's marks stand: values to pixels and back, without anything that draws."""
