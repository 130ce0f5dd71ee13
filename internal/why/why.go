// Package why says why something is reported of a value, or nothing: what each field of it ends up as, and by which steps.
//
// It holds the question and the answer, as data. The analyzer fills the answer in, from what its parts know of their own reasons, and
// package report prints it.
package why

import "path/filepath"

// Version is the version of the JSON form. It changes when a field is removed or changes its meaning.
const Version = 1

// An Answer says what is known of the values that a [Question] is about.
type Answer struct {
	Version  int     `json:"version"`
	Question string  `json:"question"`
	Values   []Value `json:"values"` // by place
}

// A Value is one value, or what a finding is about that concerns none, such as a call of http.Get.
type Value struct {
	Type    string `json:"type"`         // as in code, such as http.Transport
	In      string `json:"in,omitempty"` // the declaration that it stands in
	Package string `json:"package"`      // import path
	Place   Place  `json:"place"`

	// Notes say what holds for the value as a whole, such as that its file is generated and nothing is reported there.
	Notes    []Reason  `json:"notes,omitempty"`
	Findings []Finding `json:"findings,omitempty"`
	Fields   []Field   `json:"fields,omitempty"` // in the order of the catalog
	Lambda   *Life     `json:"lambda,omitempty"` // nil if the value keeps no connections
	Leak     *Life     `json:"leak,omitempty"`   // likewise
}

// A Finding is what is reported of a value.
type Finding struct {
	Rule    string `json:"rule"`
	Message string `json:"message"`
	Place   Place  `json:"place"`
	Way     []Step `json:"way,omitempty"` // from where a Lambda handler starts, for the rules about that
}

// A Field is a field of a value with its verdict.
type Field struct {
	Name    string  `json:"name"`
	Verdict Verdict `json:"verdict"`
	// Rule reports it; empty if none does.
	Rule string `json:"rule,omitempty"`
	// Reasons say why. There is one at least.
	Reasons []Reason `json:"reasons"`
}

// A Verdict says what a field ends up as.
type Verdict string

// The verdicts.
const (
	Set     Verdict = "set"     // something is written to it
	Moot    Verdict = "moot"    // it is zero, and that does not matter
	Unknown Verdict = "unknown" // it depends on code that cannot be seen
	Unset   Verdict = "unset"   // it is zero, and that has its effect
)

// A Reason says why a verdict is what it is.
type Reason struct {
	Says  string `json:"says"`
	Place *Place `json:"place,omitempty"` // where that is
	Adds  string `json:"adds,omitempty"`  // what is to be said behind the place
	Steps []Step `json:"steps,omitempty"` // how the value comes there, or what the reason rests on
}

// A Step is a part of the way of a value.
type Step struct {
	Says  string `json:"says"`
	Place *Place `json:"place,omitempty"`
}

// A Life says what the rules about how long a value lives make of it: those about Lambda, and the rule leak.
type Life struct {
	Reported bool   `json:"reported"`
	Says     string `json:"says"` // by which rule, or why not
	Way      []Step `json:"way,omitempty"`

	// Key identifies the value in other packages whose handlers may get at it; empty if what is said is final.
	Key string `json:"-"`
	// Pool says that of all such values in its package one is reported.
	Pool bool `json:"-"`
}

// A Place is a position in a file. A file of another module, in code that was not loaded, is named by the import path of its package and
// its own name.
type Place struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Column int    `json:"column,omitempty"`
}

// Places calls f for each place in v.
func (v *Value) Places(f func(*Place)) {
	f(&v.Place)
	steps := func(list []Step) {
		for i := range list {
			if list[i].Place != nil {
				f(list[i].Place)
			}
		}
	}
	reasons := func(list []Reason) {
		for i := range list {
			if list[i].Place != nil {
				f(list[i].Place)
			}
			steps(list[i].Steps)
		}
	}
	reasons(v.Notes)
	for i := range v.Findings {
		f(&v.Findings[i].Place)
		steps(v.Findings[i].Way)
	}
	for i := range v.Fields {
		reasons(v.Fields[i].Reasons)
	}
	for _, l := range []*Life{v.Lambda, v.Leak} {
		if l != nil {
			steps(l.Way)
		}
	}
}

// IsLoaded reports whether the file of p is one that was loaded, and so an absolute path.
func (p Place) IsLoaded() bool { return filepath.IsAbs(p.File) }
