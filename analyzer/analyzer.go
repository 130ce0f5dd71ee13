package analyzer

import (
	_ "embed"
	"fmt"
	"reflect"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/transportlint/transportlint/internal/bound"
	"github.com/transportlint/transportlint/internal/explain"
	"github.com/transportlint/transportlint/internal/lambda"
	"github.com/transportlint/transportlint/internal/netuse"
	"github.com/transportlint/transportlint/internal/pointsto"
	"github.com/transportlint/transportlint/internal/survey"
	"github.com/transportlint/transportlint/internal/why"
)

//go:embed doc.go
var doc string

const url = "https://github.com/transportlint/transportlint/blob/main/docs/rules.md"

// Analyzer is the analyzer with its [Settings] as flags, for drivers that know analyzers by name.
var Analyzer = withFlags()

// New returns an analyzer with the settings given, and no flags. The error names each setting that is wrong.
func New(s Settings) (*analysis.Analyzer, error) { return NewFor(s, Request{}) }

// A Request is what a driver wants besides findings, and what it does not want.
type Request struct {
	NoLambda bool // nothing in the program is a Lambda function, so what outlives an invocation need not be found out
	NoFixes  bool // nobody will look at suggested fixes

	Why     *why.Question // why something is reported of these values, or nothing: Result.Why
	Clients bool          // the clients of each package, whatever the rules say of them: Result.Clients
	Causes  bool          // which code has values so that they are not judged: Unjudged.By
}

// NewFor is like [New], for a driver that asks for more, or less.
func NewFor(s Settings, r Request) (*analysis.Analyzer, error) {
	c, err := s.compile()
	if err != nil {
		return nil, fmt.Errorf("transportlint: %w", err)
	}
	return newAnalyzer(func() (*config, error) { return c, nil }, r), nil
}

func withFlags() *analysis.Analyzer {
	s := new(Settings)
	a := newAnalyzer(sync.OnceValues(func() (*config, error) { return s.compile() }), Request{})
	a.Flags = s.Flags()
	return a
}

func newAnalyzer(settings func() (*config, error), r Request) *analysis.Analyzer {
	manual, _, _ := strings.Cut(doc, "\npackage ")
	return &analysis.Analyzer{
		Name:       "transportlint",
		Doc:        strings.TrimPrefix(manual, "// "),
		URL:        url,
		ResultType: reflect.TypeFor[*Result](),
		FactTypes:  []analysis.Fact{new(pointsto.Summary), new(lambda.Fact), new(netuse.Fact), new(bound.Fact)},
		Run: func(pass *analysis.Pass) (any, error) {
			c, err := settings()
			if err != nil {
				return nil, &SettingsError{err.Error()}
			}
			return c.run(pass, r)
		},
	}
}

// A Result is what a run tells its driver besides diagnostics.
type Result struct {
	// Unseen lists, sorted, the import paths of packages without a fact whose code received a value that matters.
	Unseen []string
	// TooLarge says that values could not be followed within the bounds of the work for one package, so that nothing is known of them.
	TooLarge bool
	// Findings are the diagnostics, in the order in which they were reported.
	Findings []Finding
	// EntryPoints are those of Lambda functions that were recognized, in the order of the source.
	EntryPoints []EntryPoint
	// Unjudged are the values about which nothing could be said, likewise.
	Unjudged []Unjudged
	// Why is what was asked for, nil if nothing was.
	Why *explain.Answer
	// Clients are those of the package, if they were asked for, and nil if there can be none.
	Clients *survey.Package
}
