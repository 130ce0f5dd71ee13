package driver

import (
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/transportlint/transportlint/internal/load"
	"github.com/transportlint/transportlint/internal/paths"
	"github.com/transportlint/transportlint/internal/report"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"
)

// A problem is an error that kept a package, or a part of the analysis, from being what was asked for.
type problem struct {
	where     string // the directory or package to count it under
	path      string // of a file, printed; empty if the error has no position, and then message says what it is about
	line, col int    // 0 if unknown
	message   string
	kind      packages.ErrorKind
	others    int    // further packages with the same problem
	imports   int    // further imports that fail for it
	stack     []byte // of a panic
}

// printed returns p as it is printed.
func (p problem) printed() report.Problem {
	return report.Problem{Path: p.path, Line: p.line, Col: p.col, Message: p.text(), Stack: p.stack}
}

// position says where p is, for people.
func (p problem) position() string { return p.printed().Position() }

func (p problem) text() string {
	if p.others > 0 {
		return p.message + fmt.Sprintf(" (and in %s)", report.Plural(p.others, "more package"))
	}
	if p.imports > 0 {
		return p.message + fmt.Sprintf("\n\tso do %s", report.Plural(p.imports, "more import"))
	}
	return p.message
}

// problems returns the errors of all packages of prog and of its analysis, each once, sorted by position.
func problems(graph *checker.Graph, prog *load.Program, workDir string) []problem {
	var list []problem
	packages.Visit(prog.Listed, nil, func(pkg *packages.Package) { list = append(list, errorsOf(pkg, prog)...) })
	list = append(list, failures(graph)...)
	for i := range list {
		if p := &list[i]; p.path != "" {
			p.path = paths.Short(workDir, p.path)
		}
	}
	return abridge(causes(dedupe(withoutConsequences(list))))
}

// withoutConsequences leaves out of list what the type checker says of packages that could not be parsed: what it misses may stand in
// the part that is lost.
func withoutConsequences(list []problem) []problem {
	broken := make(map[string]bool)
	for _, p := range list {
		if p.kind == packages.ParseError {
			broken[p.where] = true
		}
	}
	return slices.DeleteFunc(list, func(p problem) bool { return p.kind == packages.TypeError && broken[p.where] })
}

// causes leaves out of list what fails for a reason that is said already. The go command has one reason for all that it cannot find,
// and says it at each import of that; and what the type checker does not find, follows from it.
func causes(list []problem) []problem {
	first := make(map[string]int) // where in out a reason is said first
	reason := slices.IndexFunc(list, func(p problem) bool { return p.path != "" && p.kind == packages.ListError })
	follow := 0
	var out []problem
	for _, p := range list {
		unresolved := p.kind == packages.TypeError && strings.HasPrefix(p.message, "could not import ")
		at, said := first[p.message]
		switch {
		case unresolved && reason >= 0:
			follow++
			continue
		case p.path == "" || p.kind != packages.ListError && !unresolved:
		case said:
			out[at].imports++
			continue
		default:
			first[p.message] = len(out)
		}
		out = append(out, p)
	}
	if reason >= 0 {
		out[first[list[reason].message]].imports += follow
	}
	return out
}

// maxErrors is how many errors of a package are printed, as by the compiler.
const maxErrors = 10

// abridge leaves out of list, which is sorted, what is beyond the first errors of a package.
func abridge(list []problem) []problem {
	total := make(map[string]int)
	for _, p := range list {
		total[p.where]++
	}
	said := make(map[string]int)
	var out []problem
	for _, p := range list {
		said[p.where]++
		switch n := said[p.where]; {
		case n == maxErrors+1 && total[p.where] > n:
			p.message = fmt.Sprintf("too many errors (%d more)", total[p.where]-maxErrors)
			fallthrough
		case n <= maxErrors+1:
			out = append(out, p)
		}
	}
	return out
}

// failures returns what went wrong in the analyzer itself. An error that is the same in several packages, as one in the
// settings may be, comes once.
func failures(graph *checker.Graph) []problem {
	var list []problem
	index := make(map[string]int)
	for _, act := range graph.Roots {
		if act.Err == nil || errors.Is(act.Err, errSkipped) { // these have their own errors
			continue
		}
		if i, ok := index[act.Err.Error()]; ok {
			list[i].others++
			continue
		}
		index[act.Err.Error()] = len(list)
		p := problem{where: directory(act.Package), message: fmt.Sprintf("%s: %v", act.Package.PkgPath, act.Err)}
		if panicked, ok := errors.AsType[*panicError](act.Err); ok {
			p.stack = panicked.stack
		}
		list = append(list, p)
	}
	return list
}

// dedupe sorts list and removes repetitions: of an error in the variants of a package, and of a failed import, for
// which the go command has better words than the type checker.
func dedupe(list []problem) []problem {
	slices.SortStableFunc(list, func(a, b problem) int {
		return cmp.Or(cmp.Compare(a.path, b.path), cmp.Compare(a.line, b.line), cmp.Compare(a.col, b.col),
			cmp.Compare(a.kind, b.kind), cmp.Compare(a.message, b.message))
	})
	var kept []problem
	for _, p := range list {
		if len(kept) > 0 {
			last := kept[len(kept)-1]
			same := p.path == last.path && p.line == last.line && p.col == last.col
			if same && (p.message == last.message || p.path != "" && last.kind == packages.ListError && p.kind == packages.TypeError) {
				continue
			}
		}
		kept = append(kept, p)
	}
	return kept
}

// errorsOf returns the errors of pkg, of prog, with absolute paths.
func errorsOf(pkg *packages.Package, prog *load.Program) []problem {
	typed := false // the loader's own parser and type checker found something
	for _, err := range pkg.Errors {
		typed = typed || err.Kind != packages.ListError
	}
	var list []problem
	add := func(err packages.Error) {
		p := problem{where: directory(pkg), message: err.Msg, kind: err.Kind}
		// Of a package that was not found; why, the go command says at one of the imports.
		p.message = strings.TrimSuffix(p.message, ` (invalid package name: "")`)
		p.path, p.line, p.col = splitPosition(err.Pos)
		if strings.HasPrefix(err.Msg, "could not import C (") {
			p.message = "cgo failed; is there a C compiler? CGO_ENABLED=0 leaves cgo files out"
		}
		switch {
		case p.path == "" && !strings.Contains(err.Msg, pkg.ID):
			p.message = pkg.ID + ": " + p.message
		case p.path != "":
			p.path = paths.Absolute(prog.Dir, p.path)
		}
		if p.path != "" {
			p.where = filepath.Dir(p.path) // the importing package's, for an import that cannot be resolved
		}
		if prog.Counts(pkg, p.path) {
			list = append(list, p)
		}
	}
	for _, err := range pkg.Errors {
		if output, ok := compilerOutput(err); !ok {
			add(err)
		} else if !typed { // otherwise the compiler says the same again
			for _, err := range output {
				add(err)
			}
		}
	}
	if mod := pkg.Module; mod != nil && mod.Error != nil {
		add(packages.Error{Msg: fmt.Sprintf("module %s: %s", mod.Path, strings.TrimSpace(mod.Error.Err)), Kind: packages.ListError})
	}
	return list
}

// compilerOutput splits an error that holds what a build of the package printed:
//
//	# example.com/p
//	p/a.go:4:23: undefined: x
func compilerOutput(err packages.Error) ([]packages.Error, bool) {
	if err.Kind != packages.ListError || err.Pos != "" || !strings.HasPrefix(err.Msg, "# ") {
		return nil, false
	}
	var list []packages.Error
	for line := range strings.Lines(err.Msg) {
		line = strings.TrimRight(line, "\r\n")
		switch pos, msg, _ := strings.Cut(line, ": "); {
		case strings.HasPrefix(line, "# "):
		case strings.HasPrefix(line, "\t") && len(list) > 0:
			list[len(list)-1].Msg += "\n" + line
		case hasLine(pos):
			list = append(list, packages.Error{Pos: pos, Msg: msg, Kind: packages.ListError})
		default:
			list = append(list, packages.Error{Msg: line, Kind: packages.ListError})
		}
	}
	return list, true
}

func hasLine(pos string) bool {
	_, line, _ := splitPosition(pos)
	return line > 0
}

// splitPosition splits "file:line:col" or "file:line", in which file may have a colon. "" and "-" have no file.
func splitPosition(pos string) (file string, line, col int) {
	if pos == "-" {
		return "", 0, 0
	}
	file, line = cutNumber(pos)
	if rest, n := cutNumber(file); n > 0 {
		return rest, n, line
	}
	return file, line, 0
}

// cutNumber cuts a final ":n" off s. If there is none, n is 0.
func cutNumber(s string) (rest string, n int) {
	i := strings.LastIndexByte(s, ':')
	if i < 0 {
		return s, 0
	}
	n, err := strconv.Atoi(s[i+1:])
	if err != nil || n <= 0 {
		return s, 0
	}
	return s[:i], n
}
