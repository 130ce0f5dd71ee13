package fuzz

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/transportlint/transportlint/analyzer"
)

// FuzzVerdicts generates programs of which it is known what is written to which value. A field that is written must never be
// reported; one that is not, must be, where the ways that the value goes are simple enough. Neither the order of declarations, nor
// what is done for the sake of the rules about Lambda, nor a second run may make a difference.
func FuzzVerdicts(f *testing.F) {
	for i := range forms {
		for k := range kinds {
			f.Add(seed(k, i, -1, 0, k))
		}
	}
	for i := range moves {
		for k := range kinds[:2] {
			f.Add(seed(k, 0, i, 0, i))
		}
	}
	for i := range stores {
		f.Add(seed(0, 0, -1, i, i))
	}
	f.Fuzz(func(t *testing.T, bytes []byte) {
		inTime(t, func() {
			p := generate(bytes)
			if problems := p.examine(t); len(problems) > 0 {
				t.Errorf("%s\n%s", strings.Join(problems, "\n"), p)
			}
		})
	})
}

var (
	plain  = withClients(analyzer.Request{NoLambda: true})
	traced = withClients(analyzer.Request{})
)

// withClients returns the analyzer with the rule client turned on.
func withClients(r analyzer.Request) *analysis.Analyzer {
	a, err := analyzer.NewFor(analyzer.Settings{
		Enable: []string{"client"}, Disable: []string{"value", "leak"},
		Require: []string{"net/http.Transport.MaxIdleConns", "net/http.Transport.MaxIdleConnsPerHost"},
	}, r)
	if err != nil {
		panic(err)
	}
	return a
}

// examine returns what is wrong with what the analyzer says of p.
func (p *program) examine(t testing.TB) (problems []string) {
	first := p.analyze(t, traced)
	problems = p.judge(first)
	same := func(what string, again map[string]string) {
		for _, v := range p.values {
			if first[v.mark] != again[v.mark] {
				problems = append(problems, fmt.Sprintf("%s makes a difference for %s: %q, %q", what, v.mark, first[v.mark], again[v.mark]))
			}
		}
	}
	same("a second run", p.analyze(t, traced))
	same("leaving out the rules about Lambda", p.analyze(t, plain))
	reverse := *p
	reverse.decls, reverse.far = slices.Clone(p.decls), slices.Clone(p.far)
	slices.Reverse(reverse.decls)
	slices.Reverse(reverse.far)
	same("the order of declarations", reverse.analyze(t, traced))
	return problems
}

// analyze runs a over the program, and returns what it says of each marked value.
func (p *program) analyze(t testing.TB, a *analysis.Analyzer) map[string]string {
	s := newSandbox(t)
	code, far := p.source()
	for _, pkg := range []struct{ path, code string }{{"q", far}, {"p", code}} {
		if c := s.add(pkg.path, pkg.code); c.hard != nil {
			t.Fatalf("this does not type-check: %v\n%s", c.hard, p)
		}
	}
	s.run(t, a, "q")
	lines := strings.Split(code, "\n")
	out := make(map[string]string)
	for _, d := range s.run(t, a, "p") {
		for _, v := range p.values {
			if strings.Contains(lines[d.at.Line-1], v.mark) && d.finding.Type == v.kind.name && !strings.HasPrefix(d.finding.Category, "lambda-") {
				for _, field := range d.finding.Fields {
					out[v.mark] += field.Name + " "
				}
				out[v.mark] += "; "
			}
		}
	}
	return out
}

// judge compares what was reported with what the program does.
func (p *program) judge(reports map[string]string) (problems []string) {
	for _, v := range p.values {
		report := reports[v.mark]
		if strings.Count(report, ";") > 1 {
			problems = append(problems, "twice: "+report)
		}
		reported := strings.Fields(report)
		for _, f := range v.kind.fields {
			switch is := slices.Contains(reported, f); {
			case is && v.wrote[f]:
				problems = append(problems, fmt.Sprintf("false: %s of %s is written", f, v.mark))
			case !is && !p.muddy && v.surely(f):
				problems = append(problems, fmt.Sprintf("missed: nothing is written to %s of %s", f, v.mark))
			}
		}
	}
	return problems
}

// seed returns the choices that make a value in one form, move it unless move is negative, and write a field.
func seed(k, form, move, store, field int) []byte {
	out := []byte{0, 1, []byte{0, 3, 5, 6}[k], byte(form)}
	if pt := forms[form]; strings.Contains(pt.code+pt.decl, "$L") {
		out = append(out, make([]byte, min(7, len(kinds[k].writes)))...)
	}
	if move >= 0 {
		out[1]++
		out = append(out, 0, 2, byte(move))
	}
	return append(out, 0, 6, byte(store), byte(field))
}
