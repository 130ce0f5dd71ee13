package main

import (
	"cmp"
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
)

// Lengths in the chart, in pixels.
const (
	chartWidth = 860
	barsLeft   = 290
	barsWidth  = 370
	barsTop    = 84
	pitch      = 30 // from bar to bar
	thickness  = 18
)

// maxRatio is how many times as long as the median the longest bar may be that is drawn in full. Others are cut, or one would leave nothing
// to see of the rest.
const maxRatio = 4

// draw returns a picture in SVG of what users wait for: the CPU time of warm runs, with memory in figures. The floor, which is no linter, and
// cold runs are in the table.
func draw(r *report, res result) string {
	var rows []row
	for _, row := range res.Rows {
		if row.Command != floor && !row.Cold {
			rows = append(rows, row)
		}
	}
	slices.SortStableFunc(rows, func(a, b row) int { return cmp.Compare(a.CPU, b.CPU) })
	full := rows[0].CPU // of the longest bar that is not cut
	for _, row := range rows {
		if row.CPU <= maxRatio*rows[len(rows)/2].CPU {
			full = row.CPU
		}
	}
	height := barsTop + pitch*len(rows) + 12
	title := "CPU time and peak memory of linters over " + strings.TrimSuffix(res.Target, " ./...")
	var spoken, bars strings.Builder
	for i, row := range rows {
		name, class := row.Command, "other"
		switch {
		case name == noop:
			name = "a linter that does nothing"
		case strings.Contains(name, lint):
			class = "own"
		}
		if len(row.Runs) < len(res.Rows[0].Runs) {
			name += " (once)"
		}
		figures := fmt.Sprintf("%.1f s, %.0f MB", row.CPU, row.Memory/1e6)
		fmt.Fprintf(&spoken, "%s: %s. ", name, figures)
		y := barsTop + pitch*i
		width := max(2, barsWidth*min(1, row.CPU/full))
		fmt.Fprintf(&bars, `<text class="label %s" x="%d" y="%d">%s</text>`+"\n", class, barsLeft-10, y+thickness-4, escape(name))
		fmt.Fprintf(&bars, `<rect class="%s" x="%d" y="%d" width="%.1f" height="%d" rx="2"/>`+"\n", class, barsLeft, y, width, thickness)
		if row.CPU > full {
			fmt.Fprintf(&bars, `<path class="cut" d="M%d %dl8 %dm6 0l-8 %d"/>`+"\n", barsLeft+barsWidth-40, y-3, thickness+6, -thickness-6)
			figures += " (bar cut)"
		}
		fmt.Fprintf(&bars, `<text class="%s" x="%.1f" y="%d">%s</text>`+"\n", class, barsLeft+width+8, y+thickness-4, figures)
	}
	return fmt.Sprintf(picture, chartWidth, height, escape(title), escape(strings.TrimSpace(spoken.String())),
		escape(r.circumstances(res)), bars.String())
}

func escape(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text)) // a strings.Builder takes everything
	return b.String()
}

// The card behind the bars is for pages whose colors are others than the reader's.
const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %[1]d %[2]d" width="%[1]d" height="%[2]d" role="img" aria-labelledby="title desc">
<title id="title">%[3]s</title>
<desc id="desc">%[4]s</desc>
<style>
text { font: 13px -apple-system, BlinkMacSystemFont, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif; fill: #1f2328; }
.heading { font-size: 16px; font-weight: 600; }
text.muted { fill: #59636e; }
text.own { font-weight: 600; }
.label { text-anchor: end; }
.card { fill: #ffffff; stroke: #d1d9e0; }
rect.own { fill: #1a7f37; }
rect.other { fill: #8c959f; }
.cut { fill: none; stroke: #ffffff; stroke-width: 3; }
@media (prefers-color-scheme: dark) {
  text { fill: #f0f6fc; }
  text.muted { fill: #9198a1; }
  .card { fill: #0d1117; stroke: #3d444d; }
  rect.own { fill: #3fb950; }
  rect.other { fill: #656c76; }
  .cut { stroke: #0d1117; }
}
</style>
<rect class="card" x="0.5" y="0.5" width="99.9%%" height="99%%" rx="8"/>
<text class="heading" x="20" y="32">%[3]s</text>
<text class="muted" x="20" y="54">%[5]s</text>
%[6]s</svg>
`
