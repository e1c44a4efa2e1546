"""Drawing charts as SVG: text measured, ticks chosen, every mark a link to its claim."""
