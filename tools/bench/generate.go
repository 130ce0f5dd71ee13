package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

const generated = "example.com/generated"

// generate writes a module of n packages to dir, and returns how many findings transportlint must have there. Each package imports
// a few earlier ones, a third have an HTTP client. A small module is the beginning of a large one, so all differ by size only.
func generate(dir string, n int) (findings int, err error) {
	if err := os.RemoveAll(dir); err != nil {
		return 0, err
	}
	files := map[string]string{"go.mod": "module " + generated + "\n\ngo 1.26\n"}
	chance := rand.New(rand.NewPCG(1, 2))
	clients := 0
	for i := range n {
		var below []int
		for range min(i, 1+chance.IntN(3)) {
			below = append(below, chance.IntN(i))
		}
		slices.Sort(below)
		files[file(i, "store")] = store(i, slices.Compact(below))
		switch {
		case i%neighbors == 0:
			files[file(i, "tune")] = fmt.Sprintf(tune, name(i))
		case i%3 == 1:
			s := shapes[clients%len(shapes)]
			clients++
			files[file(i, "client")] = client(i, s)
			findings += s.findings
		}
	}
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return 0, err
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			return 0, err
		}
	}
	return findings, nil
}

// neighbors is how many packages there are for each that has a helper for the clients of the others.
const neighbors = 50

func name(i int) string { return fmt.Sprintf("p%04d", i) }

// folder returns the path of package i in the module.
func folder(i int) string { return fmt.Sprintf("g%02d/%s", i/neighbors, name(i)) }

func file(i int, base string) string { return folder(i) + "/" + base + ".go" }

// store returns what every package has.
func store(i int, below []int) string {
	var imports, fields, sums strings.Builder
	for _, j := range below {
		fmt.Fprintf(&imports, "\n\t%q", generated+"/"+folder(j))
		fmt.Fprintf(&fields, "\n\t%-7s *%[1]s.Store", name(j))
		fmt.Fprintf(&sums, "\n\ttotal += s.%s.Total()", name(j))
	}
	if len(below) > 0 {
		imports.WriteString("\n") // between those of the module and those of the standard library
	}
	return fmt.Sprintf(plain, name(i), imports.String(), fields.String(), sums.String())
}

const plain = `// Package %[1]s keeps records.
package %[1]s

import (%[2]s
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
)

// ErrNoKey is for records that could not be found again.
var ErrNoKey = errors.New("%[1]s: a record has no key")

// A Record is what a store keeps.
type Record struct {
	Key  string
	Tags []string
	Size int
}

// String returns the record in one line.
func (r *Record) String() string {
	return fmt.Sprintf("%%s %%d [%%s]", r.Key, r.Size, strings.Join(r.Tags, " "))
}

// A Store keeps records, and knows the stores below.
type Store struct {
	mu      sync.Mutex
	records map[string]*Record%[3]s
}

// Put keeps r in place of the record that had its key.
func (s *Store) Put(r *Record) error {
	if r.Key == "" {
		return fmt.Errorf("%%w: %%v", ErrNoKey, r)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.records == nil {
		s.records = make(map[string]*Record)
	}
	s.records[r.Key] = r
	return nil
}

// Find returns the records with all of the tags, by key.
func (s *Store) Find(tags ...string) []*Record {
	s.mu.Lock()
	defer s.mu.Unlock()
	var found []*Record
	for _, r := range s.records {
		missing := slices.ContainsFunc(tags, func(tag string) bool { return !slices.Contains(r.Tags, tag) })
		if !missing {
			found = append(found, r)
		}
	}
	slices.SortFunc(found, func(a, b *Record) int { return strings.Compare(a.Key, b.Key) })
	return found
}

// Total returns the size of all that is kept here and below.
func (s *Store) Total() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	total := 0
	for _, r := range s.records {
		total += r.Size
	}%[4]s
	return total
}
`

// tune is what a package has that helps others.
const tune = `package %s

import (
	"net/http"
	"time"
)

// Tune chooses what becomes of idle connections.
func Tune(t *http.Transport) {
	t.IdleConnTimeout = 90 * time.Second
	t.MaxIdleConns = 100
	t.MaxIdleConnsPerHost = 10
}
`

// A shape is a way of making a transport.
type shape struct {
	fields   string // of the literal, besides those that all have
	then     string
	helped   bool // by a package with Tune
	findings int
}

var shapes = []shape{
	{findings: 1}, // all idle fields are unset, which is one finding
	{fields: "\n\t\tIdleConnTimeout:     90 * time.Second,\n\t\tMaxIdleConns:        100,\n\t\tMaxIdleConnsPerHost: 10,"},
	{helped: true},
	{then: "\n\tif o.Idle > 0 {\n\t\tt.IdleConnTimeout = o.Idle\n\t}\n\tt.MaxIdleConns, t.MaxIdleConnsPerHost = o.Conns, o.Conns"},
}

func client(i int, s shape) string {
	imports, then := "", s.then
	if s.helped {
		helper := i - i%neighbors
		imports = fmt.Sprintf("\n\t%q\n", generated+"/"+folder(helper))
		then = fmt.Sprintf("\n\t%s.Tune(t)", name(helper))
	}
	return fmt.Sprintf(talk, name(i), imports, s.fields, then)
}

const talk = `package %[1]s

import (%[2]s
	"context"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"time"
)

// Options are the choices that a client leaves.
type Options struct {
	Idle  time.Duration
	Conns int
}

// A Client fetches records.
type Client struct {
	base string
	http *http.Client
}

// NewClient returns a client for the service at base.
func NewClient(base string, o Options) *Client {
	t := &http.Transport{
		DialContext:         (&net.Dialer{Timeout: 5 * time.Second}).DialContext,
		TLSHandshakeTimeout: 5 * time.Second,%[3]s
	}%[4]s
	return &Client{base: base, http: &http.Client{Transport: t, Timeout: time.Minute}}
}

// Fetch puts the record that the service has for a key into s.
func (c *Client) Fetch(ctx context.Context, s *Store, key string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, c.base+"/"+key, nil)
	if err != nil {
		return err
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("fetching %%s: %%s", key, resp.Status)
	}
	r := new(Record)
	if err := json.NewDecoder(resp.Body).Decode(r); err != nil {
		return fmt.Errorf("fetching %%s: %%w", key, err)
	}
	return s.Put(r)
}
`
