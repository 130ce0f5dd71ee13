package pointsto

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// A Summary says what one package does to the values that its importers hand to its functions and keep in its structs.
// Every analyzed package that can see a tracked type has one, an empty one included: without it, its code is unknown.
type Summary struct {
	Effects []Effect // sorted
}

// An Effect is one thing that happens to a value.
//
// An effect names the operand by position and the fields by name, so that it can be stored as a fact and applied in a package that does
// not import the one where the field is declared. For example
//
//	Tune#0.Transport.Idle=positive   a field of parameter 0 is written
//	New#1 kept                       parameter 1 is retained
//	With#0 returned                  parameter 0 is a result
//	type Client#0.T unseen           what is put into field T escapes
type Effect struct {
	Of    string // "Func", "Type.Method", or "type Type" for what is kept in its fields
	Param int    // index of the parameter, -1 for the receiver
	Path  string // fields that lead from it to the value, joined by dots
	With  string // it happens only to those who call this function, too, as "Func" or "Type.Method"; empty for all

	// What happens, one of the four.
	Field    string // this field is written
	Value    Value  // with this
	Escapes  bool   // it is handed to unknown code
	Result   int    // it is returned: index of the result, from 1
	Retained bool   // it, or something that it leads to, is retained, and may be got back

	Place string // where it is written or escapes, if somebody asks why
}

// of returns the effects of the function or type of that name.
func (f *Summary) of(name string) []Effect {
	compare := func(e Effect, name string) int { return cmp.Compare(e.Of, name) }
	i, _ := slices.BinarySearchFunc(f.Effects, name, compare)
	n := 0
	for i+n < len(f.Effects) && f.Effects[i+n].Of == name {
		n++
	}
	return f.Effects[i : i+n]
}

// AFact marks Summary as a fact of go/analysis.
func (*Summary) AFact() {}

func (f *Summary) String() string {
	var s []string
	for _, e := range f.Effects {
		s = append(s, e.String())
	}
	return "effects(" + strings.Join(s, ", ") + ")"
}

func (e Effect) String() string {
	at := fmt.Sprintf("%s#%d", e.Of, e.Param)
	if e.Path != "" {
		at += "." + e.Path
	}
	switch {
	case e.Escapes:
		return at + " unseen"
	case e.Result > 0:
		return fmt.Sprintf("%s returned", at)
	case e.Retained:
		return at + " kept"
	}
	s := fmt.Sprintf("%s.%s=%s", at, e.Field, e.Value)
	if e.With != "" {
		s += " with " + e.With
	}
	return s
}

// Summaries are summaries by import path. A driver that analyses packages in several runs carries in it what earlier ones learned.
type Summaries map[string]*Summary
