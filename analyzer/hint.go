package analyzer

import (
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/lambda"
)

// A Hint tells the analyzer what only a driver can know that has loaded a whole program.
type Hint struct {
	// NoLambda: nothing in the program is a Lambda function, so what outlives an invocation need not be found out.
	NoLambda bool
	// NoFixes: nobody will look at suggested fixes.
	NoFixes bool

	settings func() (*config, error)
}

// A Subject is what an analyzer looks for. Code that neither names one of Types nor runs in a process in which one of the packages
// Entries runs handlers has no findings, but for comments that silence nothing.
type Subject struct {
	Types   []TypeName
	Entries []string

	// Foreign are packages of types that only the settings know. Whether there is such a type turns out in those that import one.
	Foreign []string
}

// A TypeName is that of a type, with the import path of its package.
type TypeName struct{ Package, Name string }

// Subject returns the subject of the analyzer that h was made for by [WithHint]. The error is about its settings.
func (h *Hint) Subject() (*Subject, error) {
	c, err := h.settings()
	if err != nil {
		return nil, &SettingsError{err.Error()}
	}
	s := new(Subject)
	for _, t := range c.types {
		s.Types = append(s.Types, TypeName{t.Package, t.Name})
		if t.Rule == "require" {
			s.Foreign = append(s.Foreign, t.Package)
		}
	}
	if c.rules[lambda.Idle] || c.rules[lambda.Default] || c.rules[lambda.Leak] {
		s.Entries = append(s.Entries, catalog.Events)
		for _, e := range c.entries {
			s.Entries = append(s.Entries, e.Package)
		}
	}
	return s, nil
}

// WithHint returns the analyzer with its [Settings] as flags. Each run looks at h, which must not change meanwhile.
func WithHint(h *Hint) *analysis.Analyzer {
	s := new(Settings)
	h.settings = sync.OnceValues(func() (*config, error) { return s.compile() })
	a := newAnalyzer(h.settings, h)
	a.Flags = s.flags()
	return a
}
