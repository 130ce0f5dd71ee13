// Package explain answers a [why.Question] about one package: it puts what the other packages recorded of their reasons into words.
//
// explain.go begins: subject.go chooses the values that the question is about, field.go says what their fields end up as, origin.go by
// what they are written or who may write to them, step.go how the value gets there, and life.go what the rules about its lifetime say.
package explain

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/lambda"
	"github.com/transportlint/transportlint/internal/netuse"
	"github.com/transportlint/transportlint/internal/pointsto"
	"github.com/transportlint/transportlint/internal/value"
	"github.com/transportlint/transportlint/internal/why"
)

// An Input is a package that was analyzed, with what was found.
type Input struct {
	Pkg   *types.Package
	Fset  *token.FileSet
	Info  *types.Info
	Files []*ast.File // those that count

	Question *why.Question

	Found  *pointsto.Result
	Net    *netuse.Result // nil if nothing is followed
	Lambda *lambda.Result // nil if the package has nothing to do with clients that may outlive an invocation

	Findings []Finding // all that the rules found
	Reported []Finding // those of them that nothing silences, and those about comments

	Rules    map[string]bool // those that are on
	Types    []catalog.Type  // those that the rules judge
	Followed []catalog.Type  // these, and others whose values are followed

	Broken  bool                     // the package has errors
	LeftOut func(*ast.File) []string // why nothing is reported of a file
}

// A Finding is what a rule found.
type Finding struct {
	Pos, End token.Pos
	Rule     string
	Type     string
	Message  string
	Fields   []string // by name
	Way      []lambda.Step
	At       why.Place // where the value is, if that is in another package; else zero
}

// An Answer is what a package has to say to a question.
type Answer struct {
	Values []why.Value // those that the question is about
	Others []why.Value // all others, without explanations
	// Elsewhere are the findings about values of other packages.
	Elsewhere []Elsewhere
	// Heard says why values of other packages are not reported here, by [why.Life.Key].
	Heard map[string]string
}

// An Elsewhere is a finding about a value of another package.
type Elsewhere struct {
	At   why.Place // of the value
	Type string
	why.Finding
}

// An explainer answers one question.
type explainer struct{ Input }

// Explain answers the question of in.
func Explain(in Input) *Answer {
	e := &explainer{in}
	out := new(Answer)
	subjects := e.subjects()
	chosen := e.choose(subjects)
	for i, s := range subjects {
		if !chosen[i] {
			out.Others = append(out.Others, e.head(s))
			continue
		}
		v := e.head(s)
		v.Notes, v.Findings = e.notes(s), e.findingsAbout(s)
		switch {
		case s.site != nil:
			v.Fields, v.Lambda, v.Leak = e.fields(s.site), e.aboutLambda(s.site), e.aboutLeak(s.site)
		case s.clone != nil:
			v.Fields = e.cloned(s.clone)
		}
		out.Values = append(out.Values, v)
	}
	for _, f := range e.Reported {
		if f.At != (why.Place{}) {
			out.Elsewhere = append(out.Elsewhere, Elsewhere{f.At, f.Type, e.finding(f)})
		}
	}
	if e.Lambda != nil {
		out.Heard = e.Lambda.Heard()
	}
	return out
}

// head returns what identifies s.
func (e *explainer) head(s subject) why.Value {
	return why.Value{Type: s.typ, In: e.declaration(s.pos), Package: e.Pkg.Path(), Place: *e.place(s.pos)}
}

// findingsAbout returns what is reported at s.
func (e *explainer) findingsAbout(s subject) []why.Finding {
	var out []why.Finding
	for _, f := range e.Reported {
		if f.Pos == s.pos || s.site != nil && s.site.Lit != nil && f.Rule == value.Rule && s.site.Lit.Pos() <= f.Pos && f.Pos < s.site.Lit.End() {
			out = append(out, e.finding(f))
		}
	}
	return out
}

func (e *explainer) finding(f Finding) why.Finding {
	return why.Finding{Rule: f.Rule, Message: f.Message, Place: *e.place(f.Pos), Way: e.way(f.Way)}
}

// way returns steps of package lambda.
func (e *explainer) way(steps []lambda.Step) []why.Step {
	var out []why.Step
	for _, s := range steps {
		at := e.place(s.Pos)
		if at == nil {
			at = otherPlace(s.Place)
		}
		out = append(out, why.Step{Says: s.Says, Place: at})
	}
	return out
}
