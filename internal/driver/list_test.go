package driver

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/transportlint/transportlint/analyzer"
	"github.com/transportlint/transportlint/internal/extent"
	"github.com/transportlint/transportlint/internal/inventory"
	"github.com/transportlint/transportlint/internal/load"
)

// runList lists the packages of dir, and returns what was written.
func runList(t *testing.T, opts Options, format inventory.Format) []byte {
	t.Helper()
	var stdout, stderr bytes.Buffer
	opts.List, opts.ListFormat, opts.Stdout, opts.Stderr = true, format, &stdout, &stderr
	opts.WorkDir = opts.Dir
	opts.asCommand()
	if opts.Patterns == nil {
		opts.Patterns = []string{"./..."}
	}
	if code := Run(t.Context(), opts); code != Clean {
		t.Fatalf("exit code %d: %s", code, &stderr)
	}
	return stdout.Bytes()
}

// TestList compares the list of a module with what is kept beside it, and with a second one.
func TestList(t *testing.T) {
	dir, err := filepath.Abs("../../testdata/list")
	if err != nil {
		t.Fatal(err)
	}
	got := runList(t, Options{Dir: dir}, inventory.JSON)
	golden := filepath.Join(dir, "list.json")
	if *update {
		if err := os.WriteFile(golden, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, bytes.ReplaceAll(want, []byte("\r\n"), []byte("\n"))) {
		t.Errorf("run go test -run TestList -update, and read the difference; the list is\n%s", got)
	}
	if testing.Short() {
		return
	}
	if again := runList(t, Options{Dir: dir}, inventory.JSON); !bytes.Equal(got, again) {
		t.Errorf("a second run says\n%s", again)
	}
	if never := runList(t, Options{Dir: dir, Build: load.BuildNever}, inventory.JSON); !bytes.Equal(got, never) {
		t.Errorf("from declarations, the list is\n%s", never)
	}
	if !extent.Full {
		return
	}
	for _, format := range []inventory.Format{inventory.Table, inventory.Markdown} {
		if !bytes.Equal(runList(t, Options{Dir: dir}, format), runList(t, Options{Dir: dir}, format)) {
			t.Errorf("two runs differ in format %s", format)
		}
	}
}

// TestListSaysMore lists what the settings turn on, and says the same of everything else.
func TestListSaysMore(t *testing.T) {
	dir := layOut(t, `
-- go.mod --
module example.com/m

go 1.26
-- m.go --
package m

import (
	"net/http"
	"time"
)

type Options struct{ Timeout time.Duration }

var Some = Options{Timeout: time.Second}

var Other = &Options{}

var Client = &http.Client{}
`)
	plain, more := listOf(t, dir, analyzer.Settings{}), listOf(t, dir, analyzer.Settings{Require: []string{"example.com/m.Options.Timeout"}})
	if len(plain.Entries) != 1 || len(more.Entries) != 3 {
		t.Fatalf("%d entries, and with -require %d", len(plain.Entries), len(more.Entries))
	}
	for _, e := range more.Entries[:2] {
		if e.Type != "m.Options" || len(e.Limits) != 1 || e.Limits[0].Field != "Timeout" {
			t.Errorf("%+v", e)
		}
	}
	if rules := more.Entries[1].Rules; len(rules) != 1 || rules[0] != "require" {
		t.Errorf("rules %q", rules)
	}
}

func listOf(t *testing.T, dir string, s analyzer.Settings) *inventory.Inventory {
	t.Helper()
	inv := new(inventory.Inventory)
	if err := json.Unmarshal(runList(t, Options{Dir: dir, Settings: s}, inventory.JSON), inv); err != nil {
		t.Fatal(err)
	}
	return inv
}

// TestListLifetimes compares lifetimes with what the folders of testdata/lambda expect to be reported: what lambda-idle reports outlives.
func TestListLifetimes(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long")
	}
	dir, err := filepath.Abs("../../testdata/lambda")
	if err != nil {
		t.Fatal(err)
	}
	inv := new(inventory.Inventory)
	if err := json.Unmarshal(runList(t, Options{Dir: dir, Patterns: []string{"./lifetime/..."}}, inventory.JSON), inv); err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, e := range inv.Entries {
		idle, leak := slices.Contains(e.Rules, "lambda-idle"), slices.Contains(e.Rules, "lambda-leak")
		if idle || leak {
			seen++
		}
		// What some invocations keep, and others drop, outlives them.
		if e.Lifetime != inventory.Outlives && (idle || leak && e.Lifetime != inventory.Invocation) {
			t.Errorf("%s, which %q report, has lifetime %s", e.Place, e.Rules, e.Lifetime)
		}
	}
	if seen < 20 {
		t.Errorf("only %d are reported", seen)
	}
}

// TestListReplaced lists the uses of http.DefaultClient and http.DefaultTransport in programs that assign others to these.
func TestListReplaced(t *testing.T) {
	inv := listOf(t, layOut(t, `
-- go.mod --
module example.com/m

go 1.26
-- client/main.go --
package main

import (
	"net/http"
	"time"
)

func main() {
	http.DefaultClient = &http.Client{Timeout: 10 * time.Second, Transport: &http.Transport{TLSHandshakeTimeout: 4 * time.Second}}
	http.Get("https://example.com")
	select {}
}
-- transport/main.go --
package main

import (
	"net/http"
	"time"
)

func main() {
	http.DefaultTransport = &http.Transport{IdleConnTimeout: time.Minute}
	http.Get("https://example.com")
	select {}
}
-- wrapped/main.go --
package main

import "net/http"

type wrapper struct{ http.RoundTripper }

func main() {
	http.DefaultTransport = wrapper{http.DefaultTransport}
	http.Get("https://example.com")
	select {}
}
`), analyzer.Settings{})
	want := map[string][]string{ // total, TLS, idle
		"client":    {"10s", "4s", "no limit"},
		"transport": {"no limit", "no limit", "1m0s"},
		"wrapped":   {"no limit", "10s", "1m30s"},
	}
	seen := 0
	for _, e := range inv.Entries {
		if e.Owner != "http.Get" {
			continue
		}
		seen++
		got := []string{e.Cell(inventory.Total), e.Cell(inventory.TLS), e.Cell(inventory.Idle)}
		if dir := filepath.Base(e.Package); !slices.Equal(got, want[dir]) {
			t.Errorf("in %s http.Get has %q, want %q", dir, got, want[dir])
		}
	}
	if seen != len(want) {
		t.Errorf("%d uses of http.Get", seen)
	}
}

// TestListLarge lists a function that makes so many clients that what may run between two of them cannot be looked at for each. Their cells
// are unknown, which is said, and the list is complete all the same.
func TestListLarge(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long")
	}
	const n = 700
	var b strings.Builder
	b.WriteString("-- go.mod --\nmodule example.com/m\n\ngo 1.26\n-- m.go --\npackage m\n\nimport (\n\t\"net/http\"\n\t\"time\"\n)\n\n" +
		"func All(d time.Duration, n int) (all []*http.Client) {\n")
	for i := range n {
		fmt.Fprintf(&b, "\tc%[1]d := &http.Client{Transport: &http.Transport{}}\n\tif n > %[1]d {\n\t\tc%[1]d.Timeout = d\n\t}\n"+
			"\tc%[1]d.Transport.(*http.Transport).IdleConnTimeout = d\n\tall = append(all, c%[1]d)\n", i)
	}
	b.WriteString("\treturn all\n}\n")
	dir := layOut(t, b.String())
	inv := listOf(t, dir, analyzer.Settings{})
	if len(inv.Entries) != 2*n {
		t.Errorf("%d entries, want %d", len(inv.Entries), 2*n)
	}
	known, unknown := 0, 0
	for _, e := range inv.Entries {
		for _, l := range e.Limits {
			switch {
			case l.State != inventory.Unknown:
				known++
			case l.Reason == "the package is too large":
				unknown++
			default:
				t.Fatalf("%s is unknown: %s", l.Field, l.Reason)
			}
		}
	}
	if known == 0 || unknown == 0 {
		t.Errorf("%d limits are known, and %d are not", known, unknown)
	}
	var stderr bytes.Buffer
	opts := Options{Dir: dir, WorkDir: dir, Patterns: []string{"./..."}, List: true, ListFormat: inventory.Table, Verbose: true, Stdout: io.Discard, Stderr: &stderr}
	if code := Run(t.Context(), opts); code != Clean || !strings.Contains(stderr.String(), "example.com/m: some values of the package, which are too many") {
		t.Errorf("exit code %d: %s", code, &stderr)
	}
}

// TestListOtherModule lists a client that goes to another module, and is sent by an http.RoundTripper of that: its source is read.
func TestListOtherModule(t *testing.T) {
	inv := listOf(t, layOut(t, `
-- go.mod --
module example.com/m

go 1.26

require example.com/sdk v0.0.0

replace example.com/sdk => ./sdk
-- m.go --
package m

import (
	"net/http"

	"example.com/sdk"
)

type store struct{ client *sdk.Client }

func New() *store {
	return &store{sdk.New(&http.Client{Transport: &sdk.Signer{Key: "key"}})}
}
-- plain/plain.go --
package plain

import (
	"net/http"

	"example.com/sdk"
)

func New() *sdk.Client { return sdk.New(&http.Client{Transport: http.DefaultTransport}) }
-- sdk/go.mod --
module example.com/sdk

go 1.26
-- sdk/sdk.go --
package sdk

import (
	"net/http"
	"time"
)

type Client struct{ http *http.Client }

func New(c *http.Client) *Client { return &Client{c} }

func (c *Client) Do(r *http.Request) (*http.Response, error) { return c.http.Do(r) }

type Signer struct {
	Key       string
	Transport http.RoundTripper
}

func (s *Signer) RoundTrip(r *http.Request) (*http.Response, error) { return s.transport().RoundTrip(r) }

func (s *Signer) transport() http.RoundTripper {
	if s.Transport != nil {
		return s.Transport
	}
	return own
}

var own = &http.Transport{IdleConnTimeout: 20 * time.Second, TLSHandshakeTimeout: 21 * time.Second}
`), analyzer.Settings{})
	want := [][]string{{"no limit", "no limit", "21s", "no limit", "20s"}, {"no limit", "30s", "10s", "no limit", "1m30s"}}
	if len(inv.Entries) != len(want) {
		t.Fatalf("%d entries", len(inv.Entries))
	}
	for i, e := range inv.Entries {
		got := []string{e.Cell(inventory.Total), e.Cell(inventory.Connect), e.Cell(inventory.TLS), e.Cell(inventory.Wait), e.Cell(inventory.Idle)}
		if !slices.Equal(got, want[i]) {
			t.Errorf("%s: got %q, want %q", e.Place.File, got, want[i])
		}
	}
}
