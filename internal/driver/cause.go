package driver

import (
	"context"
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"

	"github.com/transportlint/transportlint/internal/gate"
	"github.com/transportlint/transportlint/internal/load"
	"github.com/transportlint/transportlint/internal/paths"
	"github.com/transportlint/transportlint/internal/report"
)

// maxCauses bounds how many changes are named for a finding.
const maxCauses = 3

// A cause is a change that a finding elsewhere may come from.
type cause struct {
	file   string // absolute
	symbol string // the declaration that changed, empty if that is the file as a whole
	text   string // of the declaration before and after
}

// causes says, for each new finding of r in code that did not change, what changed in the packages that it depends on.
func (s *sieve) causes(ctx context.Context, r *result, prog *load.Program) ([]string, error) {
	if len(r.findings) == 0 {
		return nil, nil
	}
	before, err := s.base.Overlay(ctx, nil)
	if err != nil {
		return nil, err
	}
	changes := make(map[string][]cause) // by file
	for _, file := range s.base.Changed() {
		after, _ := prog.Read(file) // nothing if it is gone
		changes[file] = changed(file, before[file], after)
	}
	var lines []string
	for _, f := range r.findings {
		file := f.printed.Source.Start.Filename
		touched := func(c cause) bool { return f.Symbol == "" || c.symbol == f.Symbol || c.symbol == "" }
		if slices.ContainsFunc(changes[file], touched) {
			continue
		}
		list := narrowed(below(f.pkg, prog, changes), func(c cause) bool {
			return slices.ContainsFunc(f.Fields, func(field string) bool { return strings.Contains(c.text, field) })
		})
		text, _ := prog.Read(file)
		own := gate.Declarations(text)[f.Symbol]
		list = narrowed(list, func(c cause) bool { return names(own, c.symbol) })
		if len(list) == 0 {
			continue
		}
		at := fmt.Sprintf("%s:%d", paths.Short(s.opts.WorkDir, file), f.printed.Source.Start.Line)
		lines = append(lines, fmt.Sprintf("%s did not change, but what it depends on did: %s", report.Line(at), s.named(list)))
	}
	if n := len(lines) - maxNotes; n > 0 {
		lines = append(lines[:maxNotes], fmt.Sprintf("and %s more in code that did not change", report.Plural(n, "finding")))
	}
	return lines, nil
}

// changed returns what changed in a file.
func changed(file string, before, after []byte) []cause {
	if filepath.Ext(file) != ".go" || before == nil {
		return []cause{{file: file, text: string(after)}}
	}
	var list []cause
	for _, c := range gate.Changes(before, after) {
		list = append(list, cause{file, c.Symbol, c.Before + c.After})
	}
	return list
}

// below returns the changes in pkg, in what it depends on, and in what says where that comes from.
func below(pkg *packages.Package, prog *load.Program, changes map[string][]cause) []cause {
	dirs := make(map[string]bool)
	for _, p := range prog.Listed {
		if p.ID == pkg.ID { // with all that it imports, unlike the one that was analyzed
			packages.Visit([]*packages.Package{p}, nil, func(dep *packages.Package) { dirs[dep.Dir] = true })
		}
	}
	var list []cause
	for file, causes := range changes {
		if dirs[filepath.Dir(file)] || filepath.Ext(file) != ".go" {
			list = append(list, causes...)
		}
	}
	slices.SortFunc(list, func(a, b cause) int { return strings.Compare(a.file+"\x00"+a.symbol, b.file+"\x00"+b.symbol) })
	return list
}

// narrowed returns the causes that are likely, or all if none is.
func narrowed(causes []cause, likely func(cause) bool) []cause {
	var list []cause
	for _, c := range causes {
		if likely(c) {
			list = append(list, c)
		}
	}
	if list == nil {
		return causes
	}
	return list
}

// names reports whether text names a declaration.
func names(text, symbol string) bool {
	name := symbol[strings.LastIndexByte(symbol, '.')+1:]
	return name != "" && regexp.MustCompile(`\b`+regexp.QuoteMeta(name)+`\b`).MatchString(text)
}

// named names causes, but not too many.
func (s *sieve) named(causes []cause) string {
	var list []string
	for _, c := range causes {
		name := report.Line(paths.Short(s.opts.WorkDir, c.file))
		if c.symbol != "" {
			name = c.symbol + " in " + name
		}
		list = append(list, name)
	}
	if n := len(list) - maxCauses; n > 0 {
		list = append(list[:maxCauses], fmt.Sprintf("%d more", n))
	}
	return strings.Join(list, ", ")
}
