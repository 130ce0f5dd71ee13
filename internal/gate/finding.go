// Package gate tells new findings from known ones: from those that were there before a change, and from those that a
// baseline file lists.
//
// Findings are never matched by line. What makes two of them the same is a [Key]: the file, the rule, the declaration
// they stand in, and the field.
package gate

import (
	"cmp"
	"path"
)

// A Finding is what the analyzer found, without its line.
type Finding struct {
	File   string // an absolute path, with slashes
	Rule   string
	Symbol string   // the declaration it stands in, see [Symbol]
	Fields []string // that are not set as they should be
	At     string   // the file of the client it is about, if that stands in another package; as File
}

// Keys returns a key for each field of f, and one if it names none.
func (f Finding) Keys() []Key {
	key := Key{File: f.File, Rule: f.Rule, Symbol: f.Symbol, At: f.At}
	if len(f.Fields) == 0 {
		return []Key{key}
	}
	var keys []Key
	for _, key.Field = range f.Fields {
		keys = append(keys, key)
	}
	return keys
}

// A Key identifies a field of a value across changes of the code around it.
type Key struct {
	File   string `json:"file"`
	Rule   string `json:"rule"`
	Symbol string `json:"symbol,omitempty"`
	Field  string `json:"field,omitempty"`
	At     string `json:"at,omitempty"`
}

func compare(a, b Key) int {
	return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Symbol, b.Symbol), cmp.Compare(a.Rule, b.Rule),
		cmp.Compare(a.Field, b.Field), cmp.Compare(a.At, b.At))
}

// unique returns the key under which k is counted. A name is declared once in a package, so it stays the same when its
// declaration moves to another file; init functions and blank variables there can be many of.
func (k Key) unique() Key {
	if k.Symbol != "" && k.Symbol != "init" && k.Symbol != "_" {
		k.File = path.Dir(k.File)
	}
	return k
}

// A Known says how many findings are known already.
type Known map[Key]int

// Add makes n more findings with the given key known.
func (k Known) Add(key Key, n int) { k[key.unique()] += n }

// A Tally counts off findings against those that are known.
type Tally struct {
	known Known
	seen  map[Key]int
}

// Tally returns a tally of nothing yet.
func (k Known) Tally() *Tally { return &Tally{k, make(map[Key]int)} }

// Has reports whether the next finding with that key is known: where n are known, the first n that it is asked about are.
func (t *Tally) Has(key Key) bool {
	u := key.unique()
	t.seen[u]++
	return t.seen[u] <= t.known[u]
}
