package driver

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/transportlint/transportlint/analyzer"
	"github.com/transportlint/transportlint/internal/explain"
	"github.com/transportlint/transportlint/internal/lambda"
	"github.com/transportlint/transportlint/internal/load"
	"github.com/transportlint/transportlint/internal/paths"
	"github.com/transportlint/transportlint/internal/report"
	"github.com/transportlint/transportlint/internal/suggest"
	"github.com/transportlint/transportlint/internal/why"
)

// answer answers the question of opts, prints the answer and returns the exit code. It analyzes the packages that opts names, by
// default those below the working directory, since a value is judged by what its users do.
func answer(ctx context.Context, opts Options, status *progress) int {
	r, err := explanation(ctx, opts, status)
	status.done()
	if errors.Is(err, context.Canceled) {
		err = errors.New("interrupted")
	}
	if r != nil {
		r.report(opts).WriteProblems(opts.Stderr)
	}
	if err != nil {
		fmt.Fprintf(opts.Stderr, "transportlint: %s\n", report.Printable(err.Error()))
		return Failed
	}
	if len(r.problems) > 0 {
		return Failed
	}
	return Clean
}

// explanation prints the answer. The error says why there is none.
func explanation(ctx context.Context, opts Options, status *progress) (*result, error) {
	q, err := why.Ask(opts.Why, opts.WorkDir)
	if err != nil {
		return nil, fmt.Errorf("-why: %w", err)
	}
	if q.File != "" {
		if info, err := os.Stat(q.File); err != nil || info.IsDir() {
			return nil, fmt.Errorf("-why: there is no file %s", paths.Short(opts.WorkDir, q.File))
		}
	}
	if len(opts.Patterns) == 0 {
		opts.Patterns = []string{"./..."}
	}
	l, err := opts.loader()
	if err != nil {
		return nil, err
	}
	graphs, prog, err := graphsOf(ctx, opts, l, q, status)
	if err != nil {
		return nil, err
	}
	r := newResult(graphs[0], prog, opts.WorkDir)
	all := newExplained(graphs[0], prog)
	if len(all.values) == 0 {
		return r, all.nothing(q, opts)
	}
	out := &why.Answer{Version: why.Version, Question: q.Text, Values: all.values}
	for i := range out.Values {
		all.complete(&out.Values[i])
		report.ShortPlaces(&out.Values[i], opts.WorkDir, all.locate)
	}
	c := report.Context{WorkDir: opts.WorkDir, Terminal: opts.Terminal}
	if err := report.WriteWhy(opts.Stdout, out, opts.Format, c); err != nil {
		return r, fmt.Errorf("writing the answer: %w", err)
	}
	return r, nil
}

// explained is what all packages of a run have to say to a question.
type explained struct {
	prog    *load.Program
	values  []why.Value
	others  []why.Value
	handles []packageHandles
	modules map[string]*packages.Module // by the import path of a package
	folders map[string]string           // of packages, by import path
}

// A packageHandles is a package with handlers of a Lambda function.
type packageHandles struct {
	module string // its folder
	starts []why.Place
	*explain.Answer
}

func newExplained(graph *checker.Graph, prog *load.Program) *explained {
	x := &explained{prog: prog, modules: make(map[string]*packages.Module), folders: make(map[string]string)}
	packages.Visit(prog.Listed, nil, func(pkg *packages.Package) {
		if len(pkg.GoFiles) > 0 {
			x.folders[pkg.PkgPath] = filepath.Dir(pkg.GoFiles[0])
		}
		if pkg.Module != nil {
			x.modules[pkg.PkgPath] = pkg.Module
		}
	})
	type key struct {
		why.Place
		typ string
	}
	seen := make(map[key]bool) // a file may belong to several variants of a package
	for _, act := range graph.Roots {
		r, ok := act.Result.(*analyzer.Result)
		if !ok || act.Err != nil || r.Why == nil {
			continue
		}
		add := func(to *[]why.Value, list []why.Value) {
			for _, v := range list {
				if k := (key{v.Place, v.Type}); !seen[k] {
					seen[k] = true
					*to = append(*to, v)
				}
			}
		}
		add(&x.values, r.Why.Values)
		add(&x.others, r.Why.Others)
		if len(r.EntryPoints) == 0 {
			continue
		}
		h := packageHandles{Answer: r.Why}
		if m := x.modules[act.Package.PkgPath]; m != nil {
			h.module = m.Dir
		}
		for _, e := range r.EntryPoints {
			p := act.Package.Fset.Position(e.Pos)
			h.starts = append(h.starts, why.Place{File: p.Filename, Line: p.Line, Column: p.Column})
		}
		x.handles = append(x.handles, h)
	}
	slices.SortStableFunc(x.values, func(a, b why.Value) int { return comparePlaces(a.Place, b.Place) })
	return x
}

func comparePlaces(a, b why.Place) int {
	return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
}

// complete adds to v what other packages say of it.
func (x *explained) complete(v *why.Value) {
	reported, others := "", why.Place{}
	for _, h := range x.handles {
		for _, f := range h.Elsewhere {
			file := filepath.Join(h.module, filepath.FromSlash(f.At.File))
			if !x.has(file) { // it is in a module that go.mod replaces by a folder
				file = x.locate(f.At.File)
			}
			switch at := filepath.Clean(v.Place.File); {
			case file == at && f.At.Line == v.Place.Line && f.Type == v.Type:
				v.Findings = append(v.Findings, f.Finding)
				reported = f.Rule
			case filepath.Dir(file) == filepath.Dir(at) && f.Rule == lambda.Default:
				others = why.Place{File: file, Line: f.At.Line}
			}
		}
	}
	switch {
	case v.Lambda == nil || v.Lambda.Key == "" && reported == "":
	case reported != "":
		*v.Lambda = why.Life{Reported: true, Says: reported + ", where the handler starts"}
	case len(x.handles) == 0:
		v.Lambda.Says = "no Lambda handler starts in the packages that were analyzed"
	case v.Lambda.Pool && others != why.Place{}:
		v.Lambda.Says = "of the uses of http.DefaultTransport in its package, another one is reported"
		v.Lambda.Way = []why.Step{{Says: "this one", Place: &others}}
	default:
		x.unreported(v.Lambda)
	}
}

// unreported says why no package that starts handlers reports the value that l is about.
func (x *explained) unreported(l *why.Life) {
	l.Says = "no handler of the packages that were analyzed lets it outlive an invocation"
	const most = 3
	for _, h := range x.handles {
		if heard := h.Heard[l.Key]; heard != "" {
			l.Says = "a handler lets it outlive invocations, and it is not reported: " + heard
		}
		for _, at := range h.starts {
			if len(l.Way) < most {
				l.Way = append(l.Way, why.Step{Says: "a handler starts", Place: &at})
			}
		}
	}
}

// locate returns the path of a file that is named by the import path of its package: an absolute one in a module that is being worked on,
// else one that begins with the module and its version.
func (x *explained) locate(file string) string {
	pkg := path.Dir(file)
	dir, m := x.folders[pkg], x.modules[pkg]
	switch {
	case dir == "":
		return ""
	case m == nil || m.Version == "" || m.Replace != nil:
		return filepath.Join(dir, path.Base(file))
	}
	return m.Path + "@" + m.Version + strings.TrimPrefix(file, m.Path)
}

// nothing returns the error for a question that is about no value, with what may have been meant.
func (x *explained) nothing(q *why.Question, opts Options) error {
	if q.Name != "" {
		var names []string
		for _, v := range x.others {
			if v.In != "" {
				names = append(names, path.Base(v.Package)+"."+v.In)
			}
		}
		return fmt.Errorf("-why: no value is made in or held by %s%s, in the packages %s", q.Name, suggest.DidYouMean(q.Name, names), strings.Join(opts.Patterns, " "))
	}
	file := paths.Short(opts.WorkDir, q.File)
	if !x.has(q.File) {
		hint := "name its package behind the question, or its module by -C"
		if strings.HasSuffix(q.File, "_test.go") && !opts.Settings.IncludeTests {
			hint = "test files need -include-tests"
		}
		return fmt.Errorf("-why: %s is in none of the packages %s, or left out by build constraints; %s", file, strings.Join(opts.Patterns, " "), hint)
	}
	var near []why.Value
	for _, v := range x.others {
		if filepath.Clean(v.Place.File) == q.File {
			near = append(near, v)
		}
	}
	if len(near) == 0 {
		return fmt.Errorf("-why: no value in %s is one that transportlint looks at", file)
	}
	away := func(v why.Value) int { return max(v.Place.Line-q.Line, q.Line-v.Place.Line) }
	slices.SortStableFunc(near, func(a, b why.Value) int {
		return cmp.Or(cmp.Compare(away(a), away(b)), comparePlaces(a.Place, b.Place))
	})
	var says []string
	for _, v := range near[:min(len(near), 3)] {
		says = append(says, fmt.Sprintf("\n\t%s:%d:%d: %s", file, v.Place.Line, v.Place.Column, v.Type))
	}
	return fmt.Errorf("-why: no value begins at line %d of %s; the nearest are%s", q.Line, file, strings.Join(says, ""))
}

// has reports whether file is among those that were read.
func (x *explained) has(file string) bool {
	return slices.ContainsFunc(x.prog.Listed, func(pkg *packages.Package) bool {
		return slices.ContainsFunc(slices.Concat(pkg.GoFiles, pkg.CompiledGoFiles), func(name string) bool { return filepath.Clean(name) == file })
	})
}
