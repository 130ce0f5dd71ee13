package inventory

import (
	"bytes"
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
	for _, format := range Formats() {
		var b bytes.Buffer
		if err := inv.Write(&b, format); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(b.String(), "\x1b") || strings.Contains(b.String(), "##[") || strings.Contains(b.String(), "\n::") {
			t.Errorf("%s: %s", format, &b)
		}
	}
}

func TestRead(t *testing.T) {
	var b bytes.Buffer
	if err := example().Write(&b, JSON); err != nil {
		t.Fatal(err)
	}
	again, err := Read(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	if c := Compare(example(), again); len(c.Changes) != 0 {
		t.Errorf("it changed on its way: %v", c.Changes)
	}
	if _, err := Read(strings.NewReader(`{"version": 99}`)); err == nil {
		t.Error("another version was read")
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
	var got []string
	for _, change := range c.Changes {
		got = append(got, change.String())
	}
	want := []string{
		"api/client.go:10: http.Client New() lost its limit on total: it was 30s",
		"api/client.go:10: http.Client New() changed its limit on wait from 5s to 6s",
		"api/client.go:10: http.Client New() gained a limit on idle: 1m30s",
		"api/client.go:12: net.Dialer appeared, with no limit on connect",
		"api/client.go:12: net.Dialer vanished",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	var b bytes.Buffer
	if err := c.Write(&b, Markdown); err != nil || strings.Count(b.String(), "\n- ") != 4 {
		t.Errorf("%v, got\n%s", err, &b)
	}
}

// A dialer's own limit is compared by its field.
func TestCompareFields(t *testing.T) {
	old, now := example(), example()
	now.Entries[1].Limits[0] = Limit{Field: "Timeout", State: Several, Value: "cfg.Timeout or no limit"}
	c := Compare(old, now)
	if len(c.Changes) != 1 || c.Changes[0].String() != "api/client.go:12: net.Dialer lost its limit on Timeout: it was cfg.Timeout, and is cfg.Timeout or no limit" {
		t.Errorf("got %v", c.Changes)
	}
}

func index(phases []Phase, name PhaseName) int {
	return slices.IndexFunc(phases, func(p Phase) bool { return p.Name == name })
}
