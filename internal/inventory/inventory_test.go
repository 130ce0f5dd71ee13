package inventory

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

// example has a client with a transport of its own, one without, and a dialer.
func example() *Inventory {
	at := func(line int) Place { return Place{"api/client.go", line, 2} }
	second := Limit{Field: "Timeout", State: Constant, Value: "30s"}
	unknown := Limit{Field: "DialContext", State: Unknown, Reason: "it goes to sdk.New", Place: &Place{"api/use.go", 7, 3}}
	return &Inventory{Version: Version, Entries: []Entry{
		{
			ID: "m/api.New http.Client", Type: "http.Client", Package: "m/api", Place: at(10), Owner: "New()", Lifetime: Caller,
			Limits: []Limit{second}, Uses: []string{"m/api.New net.Dialer"},
			Phases: []Phase{
				{Name: Total, Limits: []Bound{{"m/api.New http.Client", second}}},
				{Name: Connect, Limits: []Bound{{Limit: unknown}}},
				{Name: TLS, Moot: "all URLs begin with http://"},
				{Name: Send, Limits: []Bound{{"m/api.New http.Client", second}}},
				{Name: Wait, Limits: []Bound{{Limit: Limit{Field: "ResponseHeaderTimeout", State: Constant, Value: "5s"}}, {Limit: second}}},
				{Name: Body, Limits: []Bound{{"m/api.New http.Client", second}}},
				{Name: Idle},
			},
		},
		{
			ID: "m/api.New net.Dialer", Type: "net.Dialer", Package: "m/api", Place: at(12), Lifetime: Caller,
			Limits: []Limit{{Field: "Timeout", State: Variable, Value: "cfg.Timeout"}, {Field: "KeepAlive", State: Default, Value: "15s"}},
		},
	}}
}

func TestTable(t *testing.T) {
	const want = `PLACE             TYPE         OWNER  LIVES   TOTAL  CONNECT      TLS   WAIT  IDLE
api/client.go:10  http.Client  New()  caller  30s    unknown      moot  5s    no limit
api/client.go:12  net.Dialer   -      caller  -      cfg.Timeout  -     -     -

unknown:
  api/client.go:10: it goes to sdk.New, api/use.go:7
`
	var b bytes.Buffer
	if err := example().Write(&b, Table); err != nil || b.String() != want {
		t.Errorf("%v, got\n%s", err, &b)
	}
}

func TestMarkdown(t *testing.T) {
	inv := example()
	inv.Entries[0].Owner = "a|b\n::error::"
	var b bytes.Buffer
	if err := inv.Write(&b, Markdown); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(b.String(), "\n")
	if lines[1] != "|---|---|---|---|---|---|---|---|---|" || !strings.Contains(lines[2], `a\|b`) || strings.Contains(b.String(), "\n::") || len(lines) != 9 {
		t.Errorf("got\n%s", &b)
	}
}

// What comes from a checkout is no command to a terminal or a build server.
func TestEscapes(t *testing.T) {
	inv := example()
	inv.Entries[0].Owner = "\x1b[31m ##[error]x\n::error::y"
	for _, format := range []Format{Table, JSON, Markdown} { // html_test.go has the page
		var b bytes.Buffer
		if err := inv.Write(&b, format); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(b.String(), "\x1b") || strings.Contains(b.String(), "##[") || strings.Contains(b.String(), "\n::") {
			t.Errorf("%s: %s", format, &b)
		}
	}
}

func TestJSON(t *testing.T) {
	var b bytes.Buffer
	if err := example().Write(&b, JSON); err != nil {
		t.Fatal(err)
	}
	again := new(Inventory)
	if err := json.Unmarshal(b.Bytes(), again); err != nil {
		t.Fatal(err)
	}
	if c := Compare(example(), again); len(c.Changes) != 0 {
		t.Errorf("it changed on its way: %v", c.Changes)
	}
	if again.Version != Version {
		t.Errorf("version %d", again.Version)
	}
}

func TestCompare(t *testing.T) {
	old, now := example(), example()
	// The client loses one limit, gains another, and has another one; the dialer moves into another function, and so is another one.
	phases := now.Entries[0].Phases
	phases[index(phases, Total)].Limits = nil
	phases[index(phases, Idle)].Limits = []Bound{{Limit: Limit{Field: "IdleConnTimeout", State: Constant, Value: "1m30s"}}}
	phases[index(phases, Wait)].Limits = []Bound{{Limit: Limit{Field: "ResponseHeaderTimeout", State: Constant, Value: "6s"}}}
	now.Entries[1].ID, now.Entries[1].Limits[0] = "m/api.Other net.Dialer", Limit{Field: "Timeout", State: None}
	c := Compare(old, now)
	want := []string{
		"api/client.go:10: http.Client New() lost its limit on total (30s), changed its limit on wait from 5s to 6s, gained a limit on idle (1m30s)",
		"api/client.go:12: net.Dialer appeared, with no limit on connect",
		"api/client.go:12: net.Dialer vanished",
	}
	if got := c.Lines(); !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	var b bytes.Buffer
	if err := c.Write(&b, Markdown); err != nil || strings.Count(b.String(), "\n- ") != 2 {
		t.Errorf("%v, got\n%s", err, &b)
	}
}

// A dialer's own limit is compared by its field, unless it is a part of what a client has.
func TestCompareFields(t *testing.T) {
	old, now := example(), example()
	now.Entries[1].Limits[0] = Limit{Field: "Timeout", State: Several, Value: "cfg.Timeout or no limit"}
	now.Entries[1].Limits[1] = Limit{Field: "KeepAlive", State: Constant, Value: "30s"}
	if got := Compare(old, now).Lines(); !slices.Equal(got, []string{"api/client.go:12: net.Dialer changed its limit on KeepAlive from default 15s to 30s"}) {
		t.Errorf("got %q", got)
	}
	old.Entries, now.Entries = old.Entries[1:], now.Entries[1:]
	want := "api/client.go:12: net.Dialer may have lost its limit on Timeout (cfg.Timeout, and now cfg.Timeout or no limit), changed its limit on KeepAlive from default 15s to 30s"
	if got := Compare(old, now).Lines(); !slices.Equal(got, []string{want}) {
		t.Errorf("got %q", got)
	}
}

func index(phases []Phase, name PhaseName) int {
	return slices.IndexFunc(phases, func(p Phase) bool { return p.Name == name })
}
