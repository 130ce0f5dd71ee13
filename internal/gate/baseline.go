package gate

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/transportlint/transportlint/internal/paths"
)

// A Baseline is a file of known findings: a JSON object a line, sorted, without line numbers, so that it changes only where
// findings do and merges like code. File names in it are relative to its folder.
type Baseline struct {
	path   string
	counts map[Key]int
}

// An Entry says how many findings with one key are known.
type Entry struct {
	Key
	Count int `json:"count"`
}

// NewBaseline returns an empty baseline that is to be written to path, an absolute path.
func NewBaseline(path string) *Baseline { return &Baseline{path, make(map[Key]int)} }

// ReadBaseline reads the baseline at path, an absolute path. The error says what is wrong in which line.
func ReadBaseline(path string) (*Baseline, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	text = bytes.TrimPrefix(text, []byte("\ufeff")) // some editors mark a file as UTF-8 with that
	b := NewBaseline(path)
	n := 0
	for line := range bytes.Lines(text) {
		n++
		if line = bytes.TrimSpace(line); len(line) == 0 {
			continue
		}
		e, err := b.decode(line)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: this is not a line of a baseline: %w", path, n, err)
		}
		b.counts[e.Key] = max(b.counts[e.Key], e.Count) // two branches may have brought it
	}
	return b, nil
}

// Path returns where the baseline is, or is to be.
func (b *Baseline) Path() string { return b.path }

// Add adds n findings with the given key.
func (b *Baseline) Add(key Key, n int) { b.counts[key] += n }

// Entries returns what the baseline knows, sorted by file.
func (b *Baseline) Entries() []Entry {
	var entries []Entry
	for _, key := range slices.SortedFunc(maps.Keys(b.counts), compare) {
		entries = append(entries, Entry{key, b.counts[key]})
	}
	return entries
}

// Known returns what the baseline knows.
func (b *Baseline) Known() Known {
	known := make(Known)
	for key, n := range b.counts {
		known.Add(key, n)
	}
	return known
}

// Unused returns the entries that no finding in t, a tally of all there are, needs, with what is left of their counts.
func (b *Baseline) Unused(t *Tally) []Entry {
	seen := maps.Clone(t.seen)
	var unused []Entry
	for _, e := range b.Entries() {
		used := min(seen[e.unique()], e.Count)
		seen[e.unique()] -= used
		if e.Count -= used; e.Count > 0 {
			unused = append(unused, e)
		}
	}
	return unused
}

// Encode returns the content of the file.
func (b *Baseline) Encode() ([]byte, error) {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	for _, e := range b.Entries() {
		e.File, e.At = quote(b.relative(e.File)), quote(b.relative(e.At))
		if err := enc.Encode(e); err != nil {
			return nil, err
		}
	}
	return out.Bytes(), nil
}

func (b *Baseline) decode(line []byte) (Entry, error) {
	var e Entry
	dec := json.NewDecoder(bytes.NewReader(line))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&e); err != nil {
		return e, err
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return e, errors.New("more follows behind the object")
	}
	switch {
	case e.File == "" || e.Rule == "" || e.Count < 1:
		return e, errors.New("it lacks a file, a rule or a count")
	}
	for _, name := range []*string{&e.File, &e.At} {
		file, err := unquote(*name)
		if err != nil {
			return e, fmt.Errorf("file name %s: %w", *name, err)
		}
		*name = b.absolute(file)
	}
	return e, nil
}

// relative returns file, as keys name it, as seen from the baseline's folder, or file itself if there is no way from there.
func (b *Baseline) relative(file string) string {
	if file == "" {
		return ""
	}
	return paths.Slashed(filepath.Dir(b.path), filepath.FromSlash(file))
}

func (b *Baseline) absolute(file string) string {
	if file == "" {
		return ""
	}
	return filepath.ToSlash(filepath.Clean(paths.Absolute(filepath.Dir(b.path), filepath.FromSlash(file))))
}

// quote makes a Go string literal of a file name that JSON would not keep, since it is not UTF-8.
func quote(name string) string {
	if utf8.ValidString(name) && !strings.HasPrefix(name, `"`) {
		return name
	}
	return strconv.Quote(name)
}

func unquote(name string) (string, error) {
	if strings.HasPrefix(name, `"`) {
		return strconv.Unquote(name)
	}
	return name, nil
}
