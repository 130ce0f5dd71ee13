package inventory

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// FuzzFormats writes an inventory and a comparison with any text in them, in every format. Each stays what it is for whoever reads the
// format, and nothing else becomes of it.
func FuzzFormats(f *testing.F) {
	f.Add("a%\r\n::error::x,y:z\t##[error]\x1b[31m\xff\u202e<b>|`[l](u) {0}\u2028\u0085", "a.go", uint16(3), uint8(0))
	f.Add("</script><script>alert(1)</script>", "javascript:alert(1).go", uint16(0), uint8(3))
	f.Add("]]>--><!--&#35;&lt;\"'onload=x ", "a\" onmouseover=\"x", uint16(7), uint8(6))
	f.Add("###[[x]::::\n \t::y", "http://x/../y", uint16(65535), uint8(7))
	f.Add("5s or no limit or \x00", "{file}{line}", uint16(1), uint8(2))
	f.Fuzz(func(t *testing.T, text, file string, line uint16, state uint8) {
		states := []State{Constant, Variable, Several, Default, Inherited, None, Moot, Unknown, State(text)}
		at := &Place{File: file, Line: int(line), Column: int(line)}
		limit := Limit{Field: text, State: states[int(state)%len(states)], Value: text, Source: text, Place: at, Reason: text}
		timeout := limit
		timeout.Field = "Timeout"
		inv := &Inventory{Version: Version, Entries: []Entry{
			{ID: text, Type: "http.Client", Package: text, Place: *at, Owner: text, Users: []string{text, file}, Lifetime: Lifetime(text),
				Uses: []string{text + "t"}, Limits: []Limit{limit, timeout}, Rules: []string{text},
				Phases: []Phase{{Total, []Bound{{text, timeout}}, ""}, {Wait, []Bound{{text + "t", limit}, {text, timeout}}, ""}, {Idle, nil, text}, {PhaseName(text), nil, ""}}},
			{ID: text + "t", Type: text, Package: file, Place: *at, Lifetime: Program, Limits: []Limit{limit}},
		}}
		write := func(format Format, w func(*bytes.Buffer) error) string {
			var b bytes.Buffer
			if err := w(&b); err != nil {
				t.Fatalf("%s: %v", format, err)
			}
			harmless(t, format, b.String())
			return b.String()
		}
		of := func(format Format) string {
			return write(format, func(b *bytes.Buffer) error { return inv.Write(b, format) })
		}
		if rows := strings.Split(of(Table), "\n\n")[0]; strings.Count(strings.TrimSuffix(rows, "\n"), "\n") != len(inv.Entries) {
			t.Errorf("not a line for each entry: %q", rows)
		}
		rows := strings.Split(strings.TrimSuffix(strings.Split(of(Markdown), "\n\n")[0], "\n"), "\n")
		for _, row := range rows {
			if n := strings.Count(strings.NewReplacer(`\\`, "", `\|`, "").Replace(row), "|"); n != len(headings)+1 {
				t.Errorf("%d cells in %q", n-1, row)
			}
			if strings.ContainsAny(strings.NewReplacer(`\<`, "", `\[`, "", `\!`, "", "\\`", "").Replace(row), "<[!`") {
				t.Errorf("Markdown in %q", row)
			}
		}
		if len(rows) != len(inv.Entries)+2 {
			t.Errorf("%d lines of Markdown: %q", len(rows), rows)
		}
		if utf8.ValidString(text) && utf8.ValidString(file) {
			back := new(Inventory)
			if err := json.Unmarshal([]byte(of(JSON)), back); err != nil || back.Entries[0].Owner != text || back.Entries[0].Place != *at {
				t.Errorf("%v, read back: %+v", err, back)
			}
		}
		page := write(HTML, func(b *bytes.Buffer) error {
			o := links
			o.Title = text
			return inv.WriteHTML(b, o)
		})
		root := parse(t, page)
		if n := strings.Count(page, "<script"); n != 1 || len(root.all(classed("entry"))) != len(inv.Entries) {
			t.Errorf("%d scripts, %d entries", n, len(root.all(classed("entry"))))
		}
		for _, e := range root.all(func(e *element) bool { return e.attrs["href"] != "" }) {
			href := e.attrs["href"]
			if !strings.HasPrefix(href, "#") && !strings.HasPrefix(href, "https://git.example.com/shop/blob/main/") && !strings.HasPrefix(href, links.RulesURL) && href != "data:," {
				t.Errorf("a link to %q", href)
			}
		}
		old := &Inventory{Version: Version, Entries: []Entry{inv.Entries[0]}}
		old.Entries[0].Phases = []Phase{{Total, nil, ""}, {Idle, []Bound{{text, limit}}, ""}}
		changes := Compare(old, inv)
		for _, format := range []Format{Table, Markdown, JSON} {
			got := write(format, func(b *bytes.Buffer) error { return changes.Write(b, format) })
			if format == JSON && !json.Valid([]byte(got)) {
				t.Errorf("not JSON: %s", got)
			}
			if format != JSON && strings.Count(got, "\n") != len(changes.Lines()) {
				t.Errorf("not a line for each change: %q", got)
			}
		}
	})
}

// harmless checks that no terminal and no log takes anything in text for a command.
func harmless(t *testing.T, format Format, text string) {
	t.Helper()
	for l := range strings.Lines(text) {
		if !utf8.ValidString(l) {
			t.Errorf("%s: not UTF-8: %q", format, l)
		}
		for _, r := range l {
			if r != '\n' && !(r == '\t' && format == JSON) && !unicode.IsGraphic(r) {
				t.Errorf("%s: %U in %q", format, r, l)
			}
		}
		if strings.HasPrefix(strings.TrimSpace(l), "::") || strings.Contains(l, "##") {
			t.Errorf("%s: a command: %q", format, l)
		}
	}
}
