package main

import (
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
)

// Lengths in the chart, in pixels.
const (
	chartWidth = 860
	barsLeft   = 290
	barsWidth  = 430
	barsTop    = 84
	pitch      = 30 // from bar to bar
	thickness  = 18
)

// draw returns a picture of the CPU times in SVG, with memory in figures.
func draw(r *report, res result) string {
	longest := slices.MaxFunc(res.Rows, func(a, b row) int { return int(1e6 * (a.CPU - b.CPU)) })
	height := barsTop + pitch*len(res.Rows) + 12
	title := "What linters cost over " + res.Target
	var spoken, bars strings.Builder
	for i, row := range res.Rows {
		class := "other"
		if strings.Contains(row.Command, lint) {
			class = "own"
		}
		figures := fmt.Sprintf("%.1f s, %.2f GB", row.CPU, row.Memory/1e9)
		fmt.Fprintf(&spoken, "%s: %s. ", row.Command, figures)
		y := barsTop + pitch*i
		width := max(2, barsWidth*row.CPU/longest.CPU)
		fmt.Fprintf(&bars, `<text class="label" x="%d" y="%d">%s</text>`+"\n", barsLeft-10, y+thickness-4, escape(row.Command))
		fmt.Fprintf(&bars, `<rect class="%s" x="%d" y="%d" width="%.1f" height="%d" rx="2"/>`+"\n", class, barsLeft, y, width, thickness)
		fmt.Fprintf(&bars, `<text x="%.1f" y="%d">%s</text>`+"\n", barsLeft+width+8, y+thickness-4, figures)
	}
	return fmt.Sprintf(picture, chartWidth, height, escape(title), escape(strings.TrimSpace(spoken.String())),
		escape(r.circumstances(res)), bars.String())
}

func escape(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text)) // a strings.Builder takes everything
	return b.String()
}

// The card behind the bars is for pages whose colours are others than the reader's.
const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %[1]d %[2]d" width="%[1]d" height="%[2]d" role="img" aria-labelledby="title desc">
<title id="title">%[3]s</title>
<desc id="desc">%[4]s</desc>
<style>
text { font: 13px -apple-system, BlinkMacSystemFont, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif; fill: #1f2328; }
.heading { font-size: 16px; font-weight: 600; }
.muted { fill: #59636e; }
.label { text-anchor: end; }
.card { fill: #ffffff; stroke: #d1d9e0; }
.own { fill: #1a7f37; }
.other { fill: #8c959f; }
@media (prefers-color-scheme: dark) {
  text { fill: #f0f6fc; }
  .muted { fill: #9198a1; }
  .card { fill: #0d1117; stroke: #3d444d; }
  .own { fill: #3fb950; }
  .other { fill: #656c76; }
}
</style>
<rect class="card" x="0.5" y="0.5" width="99.9%%" height="99%%" rx="8"/>
<text class="heading" x="20" y="32">%[3]s: CPU time, peak memory</text>
<text class="muted" x="20" y="54">%[5]s</text>
%[6]s</svg>
`
