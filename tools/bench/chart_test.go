package main

import (
	"encoding/xml"
	"errors"
	"io"
	"math"
	"strings"
	"testing"
)

func TestDraw(t *testing.T) {
	res := result{Target: "a <b> & c ./...", Packages: 3, Rows: []row{
		{Command: floor, Runs: []cost{{1, 2, 3e8}}},
		{Command: lint, Runs: []cost{{3, 2, 4e8}}},
		{Command: noop, Runs: []cost{{2, 2, 4e8}}},
		{Command: lint + ", cold", Cold: true, Runs: []cost{{9, 2, 4e8}}},
		{Command: `slow "one"`, Runs: []cost{{400, 2, 5e9}}},
	}}
	res.compare()
	text := draw(newReport(false), res)
	bars := 0
	for d := xml.NewDecoder(strings.NewReader(text)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("%v in\n%s", err, text)
		}
		if e, ok := token.(xml.StartElement); ok && e.Name.Local == "rect" {
			bars++
		}
	}
	if bars != 1+3 {
		t.Errorf("%d rectangles, want a card and bars for the warm runs of three linters", bars)
	}
	for _, want := range []string{
		"a linter that does nothing: 2.0 s, 400 MB. transportlint: 3.0 s, 400 MB. slow &#34;one&#34;: 400.0 s, 5000 MB.",
		`<rect class="own" x="290" y="114" width="370.0"`, "400.0 s, 5000 MB (bar cut)", "over a &lt;b&gt; &amp; c<",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %s in\n%s", want, text)
		}
	}
	if strings.Contains(text, "%!") {
		t.Errorf("a verb without its value in\n%s", text)
	}
}

// TestCompare: rounds of different speed have the same ratio.
func TestCompare(t *testing.T) {
	res := result{Rows: []row{
		{Command: lint, Runs: []cost{{2, 3, 10}, {20, 30, 10}, {6, 9, 10}}},
		{Command: noop, Runs: []cost{{1, 2, 20}, {10, 20, 20}, {3, 6, 20}}},
	}}
	res.compare()
	got := res.Rows[0]
	if got.CPU != 6 || got.Wall != 9 || got.Memory != 10 {
		t.Errorf("medians %+v", got)
	}
	if got.CPURatio != 2 || got.WallRatio != 1.5 || math.Abs(got.MemoryRatio-0.5) > 1e-9 {
		t.Errorf("ratios %+v", got)
	}
}
