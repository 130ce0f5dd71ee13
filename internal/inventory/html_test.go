package inventory

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/transportlint/transportlint/internal/escape"
)

// links are the options of a page with every link.
var links = HTMLOptions{
	Title:     "Clients of example.com/shop",
	SourceURL: "https://git.example.com/shop/blob/main/{file}#L{line}",
	RulesURL:  "https://docs.example.com/rules.md",
}

func written(t *testing.T, inv *Inventory, o HTMLOptions) string {
	t.Helper()
	var b bytes.Buffer
	if err := inv.WriteHTML(&b, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// An element is one of a page, with the text inside.
type element struct {
	name  string
	attrs map[string]string
	start int // of text, in that of the page
	text  string
	inner []*element
}

func (e *element) class(name string) bool {
	return slices.Contains(strings.Fields(e.attrs["class"]), name)
}

// all returns the elements inside e that match, in order.
func (e *element) all(match func(*element) bool) []*element {
	var list []*element
	for _, in := range e.inner {
		if match(in) {
			list = append(list, in)
		}
		list = append(list, in.all(match)...)
	}
	return list
}

func named(name string) func(*element) bool { return func(e *element) bool { return e.name == name } }
func classed(name string) func(*element) bool {
	return func(e *element) bool { return e.class(name) }
}

// own matches our style and script, whose text is not HTML.
var own = regexp.MustCompile(`(?s)<(style|script)>(.*?)</(style|script)>`)

// parse reads a page, with the style and the script taken out, and checks that elements are closed.
func parse(t *testing.T, text string) *element {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(own.ReplaceAllString(text, "")))
	d.Strict, d.AutoClose, d.Entity = false, slices.Concat(xml.HTMLAutoClose, []string{"wbr"}), xml.HTMLEntity
	root := &element{}
	open := []*element{root}
	var chars strings.Builder
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			e := &element{name: token.Name.Local, attrs: make(map[string]string), start: chars.Len()}
			for _, a := range token.Attr {
				e.attrs[a.Name.Local] = a.Value
			}
			parent := open[len(open)-1]
			parent.inner = append(parent.inner, e)
			open = append(open, e)
		case xml.EndElement:
			e := open[len(open)-1]
			if e.name != token.Name.Local {
				t.Fatalf("<%s> ends with </%s>", e.name, token.Name.Local)
			}
			e.text = chars.String()[e.start:]
			open = open[:len(open)-1]
		case xml.CharData:
			chars.Write(token)
		case xml.Comment:
			t.Errorf("a comment: %q", token)
		}
	}
	if len(open) != 1 {
		t.Fatalf("<%s> does not end", open[len(open)-1].name)
	}
	return root
}

func words(s string) string { return strings.Join(strings.Fields(s), " ") }

func TestHTML(t *testing.T) {
	inv := shop()
	text := written(t, inv, links)
	root := parse(t, text)
	if got := root.all(named("h1"))[0].text; got != links.Title {
		t.Errorf("the heading is %q", got)
	}
	entries := root.all(classed("entry"))
	if len(entries) != len(inv.Entries) {
		t.Fatalf("%d entries of %d", len(entries), len(inv.Entries))
	}
	ids := make(map[string]bool)
	for _, e := range root.all(func(e *element) bool { return e.attrs["id"] != "" }) {
		if ids[e.attrs["id"]] {
			t.Errorf("two elements have the ID %s", e.attrs["id"])
		}
		ids[e.attrs["id"]] = true
	}
	for i, e := range inv.Entries {
		shown := entries[i]
		for _, want := range []string{name(&e), e.Type, e.Package, e.Place.File + ":" + strconv.Itoa(e.Place.Line)} {
			if !strings.Contains(shown.text, escape.Label(want)) {
				t.Errorf("entry %d does not say %q", i, want)
			}
		}
		if got := len(shown.all(classed("phase"))); got != len(e.Phases) {
			t.Errorf("entry %d has %d phases, want %d", i, got, len(e.Phases))
		}
		for _, l := range e.Limits {
			if !strings.Contains(shown.text, escape.Label(l.Field)) || !strings.Contains(shown.text, escape.Label(l.Value)) || !strings.Contains(shown.text, escape.Label(l.Reason)) {
				t.Errorf("entry %d does not say %+v", i, l)
			}
			if l.Place != nil && !strings.Contains(shown.text, escape.Label(l.Place.File)+":"+strconv.Itoa(l.Place.Line)) {
				t.Errorf("entry %d does not say where %s is set", i, l.Field)
			}
		}
		for _, a := range shown.all(named("a")) {
			if anchor, ok := strings.CutPrefix(a.attrs["href"], "#"); ok && !ids[anchor] {
				t.Errorf("a link to #%s, which does not exist", anchor)
			}
		}
	}
	for _, rule := range []string{"dialer", "transport", "lambda-idle"} {
		if !strings.Contains(text, `href="https://docs.example.com/rules.md#`+rule+`"`) {
			t.Errorf("no link to the rule %s", rule)
		}
	}
	if want := `href="https://git.example.com/shop/blob/main/internal/orders/client.go#L`; !strings.Contains(text, want) {
		t.Error("no link to the source")
	}
	clients := 0
	for _, e := range inv.Entries {
		if len(e.Phases) > 0 {
			clients++
		}
	}
	if clients < 50 || len(text) > 300_000 {
		t.Errorf("%d clients take %d bytes; 50 or more should take at most 300 kB", clients, len(text))
	}
	t.Logf("%d values, %d clients among them, %d bytes", len(inv.Entries), clients, len(text))
	overview := root.all(classed("overview"))[0]
	for _, phase := range overview.all(classed("phase")) {
		sum := 0
		for _, kind := range phase.all(classed("sample")) {
			n, err := strconv.Atoi(kind.text)
			if err != nil {
				t.Error(err)
			}
			sum += n
		}
		class := strings.Fields(phase.attrs["class"])[1]
		drawn := 0
		for _, e := range inv.Entries {
			if slices.ContainsFunc(e.Phases, func(p Phase) bool { return string(p.Name) == class }) {
				drawn++
			}
		}
		if sum != drawn || drawn == 0 {
			t.Errorf("%s is counted %d times, and drawn %d times", class, sum, drawn)
		}
	}
	if again := written(t, shop(), links); again != text {
		t.Error("the same inventory makes two pages")
	}
}

// TestHTMLPhases has one client for each way in which a phase is drawn.
func TestHTMLPhases(t *testing.T) {
	at := &Place{File: "a.go", Line: 1, Column: 1}
	timeout := Bound{"c", constant("Timeout", "10s", at)}
	unknownTimeout := Bound{"c", Limit{Field: "Timeout", State: Unknown, Reason: "why"}}
	own := func(l Limit) Bound { return Bound{"t", l} }
	for _, test := range []struct {
		name   string
		total  []Bound
		phase  Phase
		kind   string
		says   string
		counts string // unlimited and covered
	}{
		{"limited", nil, Phase{TLS, []Bound{own(constant("TLSHandshakeTimeout", "5s", at))}, ""}, "bounded", "TLS handshake 5s Transport.TLSHandshakeTimeout", "0 0"},
		{"inherited", nil, Phase{Idle, []Bound{{"", inherited("IdleConnTimeout", "90s")}}, ""}, "bounded", "Idle in pool 90s IdleConnTimeout of http.DefaultTransport", "0 0"},
		{"variable", nil, Phase{Wait, []Bound{own(Limit{Field: "F", State: Variable, Value: "cfg.Wait"})}, ""}, "bounded", "Wait for headers from cfg.Wait Transport.F", "0 0"},
		{"default", nil, Phase{Wait, []Bound{own(Limit{Field: "F", State: Default, Value: "1s"})}, ""}, "bounded", "Wait for headers 1s Transport.F the default", "0 0"},
		{"several", nil, Phase{Wait, []Bound{own(Limit{Field: "F", State: Several, Value: "1s or 2s"})}, ""}, "bounded", "Wait for headers 1s or 2s Transport.F", "0 0"},
		{"two", nil, Phase{TLS, []Bound{own(constant("A", "5s", nil)), own(constant("B", "6s", nil))}, ""}, "bounded", "TLS handshake 5s Transport.A 6s Transport.B", "0 0"},
		{"one and unknown", nil, Phase{TLS, []Bound{own(constant("A", "5s", nil)), own(Limit{Field: "B", State: Unknown, Reason: "why"})}, ""},
			"bounded", "TLS handshake 5s Transport.A another limit is unknown", "0 0"},
		{"one and the total", []Bound{timeout}, Phase{Wait, []Bound{own(constant("F", "5s", nil)), timeout}, ""}, "bounded", "Wait for headers 5s Transport.F", "0 0"},

		{"nothing", nil, Phase{Name: Body}, "unlimited", "Read body no limit", "1 0"},
		{"zero", nil, Phase{TLS, []Bound{own(none("TLSHandshakeTimeout"))}, ""}, "unlimited", "TLS handshake no limit", "1 0"},
		{"zero and moot", nil, Phase{TLS, []Bound{own(none("A")), own(Limit{Field: "B", State: Moot})}, ""}, "unlimited", "TLS handshake no limit", "1 0"},
		{"zero on some paths", nil, Phase{TLS, []Bound{own(Limit{Field: "F", State: Several, Value: "no limit or 5s"})}, ""}, "unlimited", "TLS handshake no limit or 5s Transport.F", "1 0"},
		{"detached", []Bound{timeout}, Phase{Name: Connect}, "unlimited", "Connect no limit goes on after the total", "1 0"},
		{"in the pool", []Bound{timeout}, Phase{Name: Idle}, "unlimited", "Idle in pool no limit", "1 0"},
		{"total zero", []Bound{{"c", none("Timeout")}}, Phase{Body, []Bound{{"c", none("Timeout")}}, ""}, "unlimited", "Read body no limit", "1 0"},

		{"only the total", []Bound{timeout}, Phase{Body, []Bound{timeout}, ""}, "covered", "Read body only the total", "0 1"},
		{"zero, and the total", []Bound{timeout}, Phase{Wait, []Bound{own(none("F")), timeout}, ""}, "covered", "Wait for headers only the total", "0 1"},
		{"moot because of the total", []Bound{timeout}, Phase{Wait, []Bound{timeout}, "the client has a Timeout"}, "covered", "Wait for headers only the total", "0 1"},
		{"zero on some paths, and the total", []Bound{timeout}, Phase{Wait, []Bound{own(Limit{Field: "F", State: Several, Value: "5s or no limit"}), timeout}, ""},
			"covered", "Wait for headers 5s or no limit Transport.F", "0 1"},

		{"only a total that may be zero", []Bound{{"c", Limit{Field: "Timeout", State: Several, Value: "no limit or 5s"}}},
			Phase{Body, []Bound{{"c", Limit{Field: "Timeout", State: Several, Value: "no limit or 5s"}}}, ""}, "unlimited", "Read body only the total which may be no limit", "1 0"},

		{"unknown", []Bound{timeout}, Phase{TLS, []Bound{own(Limit{Field: "F", State: Unknown, Reason: "it escapes"})}, ""}, "unknown", "TLS handshake unknown it escapes", "0 0"},
		{"unknown, and the total", []Bound{timeout}, Phase{Wait, []Bound{own(Limit{Field: "F", State: Unknown, Reason: "it escapes"}), timeout}, ""},
			"unknown", "Wait for headers unknown it escapes", "0 0"},
		{"only an unknown total", []Bound{unknownTimeout}, Phase{Body, []Bound{unknownTimeout}, ""}, "unknown", "Read body only the total which is unknown", "0 0"},

		{"does not occur", nil, Phase{TLS, nil, "no TLS"}, "moot", "TLS handshake does not occur no TLS", "0 0"},
		{"does not matter", nil, Phase{Idle, []Bound{own(Limit{Field: "F", State: Moot, Reason: "why"})}, ""}, "moot", "Idle in pool does not matter why", "0 0"},
	} {
		t.Run(test.name, func(t *testing.T) {
			inv := &Inventory{Version: Version, Entries: []Entry{
				{ID: "c", Type: "http.Client", Package: "p", Place: *at, Lifetime: Program, Uses: []string{"t"}, Phases: []Phase{{Name: Total, Limits: test.total}, test.phase}},
				{ID: "t", Type: "http.Transport", Package: "p", Place: *at, Lifetime: Program},
			}}
			entry := parse(t, written(t, inv, HTMLOptions{})).all(classed("entry"))[0]
			phase := entry.all(classed("phase"))[1]
			if !phase.class(test.kind) || !phase.class(string(test.phase.Name)) {
				t.Errorf("class is %q, want %s", phase.attrs["class"], test.kind)
			}
			if got := words(phase.text); got != test.says {
				t.Errorf("says %q, want %q", got, test.says)
			}
			if got := entry.attrs["data-unlimited"] + " " + entry.attrs["data-covered"]; got != test.counts {
				t.Errorf("counts %s, want %s", got, test.counts)
			}
		})
	}
}

// TestHTMLFields has values whose limits no phase shows.
func TestHTMLFields(t *testing.T) {
	for _, test := range []struct {
		typ   string
		limit Limit
		class string // of the value
		count string // of limits that are missing
	}{
		{"net.Dialer", none("Timeout"), "value unlimited", "1"},
		{"net.Dialer", constant("Timeout", "5s", nil), "value", "0"},
		{"tls.Dialer", none("NetDialer"), "value unlimited", "1"},
		{"http.Transport", none("IdleConnTimeout"), "value unlimited", "1"},
		{"http.Transport", Limit{Field: "DialContext", State: Several, Value: "5s or no limit"}, "value", "1"},
		{"http.Transport", none("MaxConnsPerHost"), "value", "0"},
		{"http.Transport", Limit{Field: "IdleConnTimeout", State: Unknown}, "value unknown", "0"},
		{"http.Transport", Limit{Field: "IdleConnTimeout", State: Moot}, "value moot", "0"},
		{"http.Transport", Limit{Field: "IdleConnTimeout", State: Variable, Value: "x"}, "value expression", "0"},
	} {
		inv := &Inventory{Version: Version, Entries: []Entry{{ID: "x", Type: test.typ, Limits: []Limit{test.limit}}}}
		entry := parse(t, written(t, inv, HTMLOptions{})).all(classed("entry"))[0]
		if got := entry.all(classed("value"))[0].attrs["class"]; got != test.class {
			t.Errorf("%s: %+v has the class %q, want %q", test.typ, test.limit, got, test.class)
		}
		if got := entry.attrs["data-unlimited"]; got != test.count {
			t.Errorf("%s: %+v counts %s, want %s", test.typ, test.limit, got, test.count)
		}
	}
}

// TestHTMLLimits counts how often a field is listed.
func TestHTMLLimits(t *testing.T) {
	inv := &Inventory{Version: Version, Entries: []Entry{
		{ID: "c", Type: "http.Client", Limits: []Limit{none("Timeout")}, Phases: []Phase{
			{Total, []Bound{{"c", none("Timeout")}}, ""}, {Connect, []Bound{{"d", none("Timeout")}}, ""}, {TLS, []Bound{{"d", none("Timeout")}}, ""},
		}},
		{ID: "t", Type: "http.Transport", Limits: []Limit{inherited("IdleConnTimeout", "90s")}, Phases: []Phase{
			{Connect, []Bound{{"", inherited("DialContext", "30s")}}, ""}, {Idle, []Bound{{"", inherited("IdleConnTimeout", "90s")}}, ""},
		}},
		{ID: "d", Type: "net.Dialer"},
	}}
	entries := parse(t, written(t, inv, HTMLOptions{})).all(classed("entry"))
	for i, want := range []string{"Client.Timeout Dialer.Timeout", "Transport.IdleConnTimeout DialContext", ""} {
		var got []string
		for _, field := range entries[i].all(named("dt")) {
			got = append(got, field.text)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("entry %d lists %q, want %s", i, got, want)
		}
	}
}

// TestHTMLHostile puts names into the page that would do something there if they were not text.
func TestHTMLHostile(t *testing.T) {
	text := written(t, shop(), HTMLOptions{Title: hostile[0] + hostile[4], SourceURL: links.SourceURL, RulesURL: links.RulesURL})
	for _, r := range text {
		if r < ' ' && r != '\n' || 0x7f <= r && r < 0xa0 || 0x2028 <= r && r <= 0x202e || 0x2066 <= r && r <= 0x2069 {
			t.Fatalf("the page has the character %U", r)
		}
	}
	if n := strings.Count(text, "<script"); n != 1 {
		t.Errorf("%d scripts", n)
	}
	names := make(map[string]bool)
	attrs := make(map[string]bool)
	for _, e := range parse(t, text).all(func(*element) bool { return true }) {
		names[e.name] = true
		for name := range e.attrs {
			attrs[name] = true
		}
		href := e.attrs["href"]
		switch {
		case href == "", e.name == "link" && href == "data:,":
		case e.name != "a":
			t.Errorf("<%s> refers to %s", e.name, href)
		case !strings.HasPrefix(href, "#") && !strings.HasPrefix(href, "https://git.example.com/shop/blob/main/") && !strings.HasPrefix(href, links.RulesURL):
			t.Errorf("a link to %s", href)
		case strings.ContainsAny(href, "<>\"' "):
			t.Errorf("a link that is not escaped: %s", href)
		}
	}
	if got, want := sorted(names), strings.Fields("a body button code dd details div dl dt footer h1 h2 head header html input label li link main meta ol option p section select span summary title ul wbr"); !slices.Equal(got, want) {
		t.Errorf("elements are\n%s, want\n%s", got, want)
	}
	if got, want := sorted(attrs), strings.Fields("aria-label aria-labelledby autocomplete charset class content data-covered data-lifetime data-order data-package data-rules data-type data-unlimited hidden href http-equiv id lang name open rel role spellcheck type value"); !slices.Equal(got, want) {
		t.Errorf("attributes are\n%s, want\n%s", got, want)
	}
}

// TestHTMLPolicy compares the policy with what the page holds.
func TestHTMLPolicy(t *testing.T) {
	text := written(t, shop(), links)
	policy := parse(t, text).all(func(e *element) bool { return e.attrs["http-equiv"] == "Content-Security-Policy" })[0].attrs["content"]
	want := "default-src 'none'"
	for _, part := range own.FindAllStringSubmatch(text, -1) {
		sum := sha256.Sum256([]byte(part[2]))
		want += fmt.Sprintf("; %s-src 'sha256-%s'", part[1], base64.StdEncoding.EncodeToString(sum[:]))
	}
	want += "; img-src data:; base-uri 'none'; form-action 'none'"
	if policy != want {
		t.Errorf("the policy is\n%s, want\n%s", policy, want)
	}
}

func TestHTMLEmpty(t *testing.T) {
	text := written(t, &Inventory{Version: Version}, HTMLOptions{})
	root := parse(t, text)
	if got := words(root.all(named("header"))[0].text); got != "Network clients No network clients were found." {
		t.Errorf("says %q", got)
	}
	if strings.Contains(text, "<script") || strings.Contains(text, `id="filter"`) {
		t.Error("there is a filter, and nothing to filter")
	}
}

func TestHTMLTitle(t *testing.T) {
	for want, packages := range map[string][]string{
		"Network clients of example.com/shop":     {"example.com/shop/b", "example.com/shop/a", "example.com/shop/cmd/c"},
		"Network clients of example.com/shop/a":   {"example.com/shop/a", "example.com/shop/a/b", "example.com/shop/a"},
		"Network clients of example.com":          {"example.com/shop", "example.com/shopping"},
		"Network clients":                         {"example.com/shop", "m"},
		"Network clients of a\\n\\u202eb":         {"a\n\u202eb"},
		"Network clients of example.com/\u003cb>": {"example.com/<b>"},
	} {
		inv := &Inventory{Version: Version}
		for _, p := range packages {
			inv.Entries = append(inv.Entries, Entry{ID: p, Type: "net.Dialer", Package: p})
		}
		root := parse(t, written(t, inv, HTMLOptions{}))
		if got := root.all(named("h1"))[0].text; got != want {
			t.Errorf("of %q: %q, want %q", packages, got, want)
		}
	}
}

func TestHTMLURLs(t *testing.T) {
	for _, text := range []string{
		"javascript:alert(1)//{file}", "data:text/html,{file}", "/blob/{file}", "//host/{file}", "ftp://host/{file}", "https:///{file}",
		"https://{file}/x", "https://host/x", "https://host/{file}#{column}", "https://host/%zz{file}", "{file}",
	} {
		if err := new(Inventory).WriteHTML(io.Discard, HTMLOptions{SourceURL: text}); err == nil {
			t.Errorf("%q is taken for the URL of a source", text)
		}
	}
	for _, text := range []string{"javascript:alert(1)", "rules.md", "https://"} {
		if err := new(Inventory).WriteHTML(io.Discard, HTMLOptions{RulesURL: text}); err == nil {
			t.Errorf("%q is taken for the URL of the rules", text)
		}
	}
	for file, want := range map[string]string{
		"a/b.go":         "https://h/?f=a/b.go&l=7",
		"a b/&x=#é.go":   "https://h/?f=a%20b/%26x%3D%23%C3%A9.go&l=7",
		"{line}.go":      "https://h/?f=%7Bline%7D.go&l=7",
		"a/../b.go":      "https://h/?f=b.go&l=7",
		"../b.go":        "",
		"a/../../b.go":   "",
		"/usr/b.go":      "",
		"C:/go/src/b.go": "",
	} {
		source, err := parseSourceURL("https://h/?f={file}&l={line}")
		if err != nil {
			t.Fatal(err)
		}
		if got := source.of(Place{File: file, Line: 7}); got != want {
			t.Errorf("%s is at %q, want %q", file, got, want)
		}
	}
}
