package pointsto

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/format"
	"go/importer"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// TestExplain compares what the analysis says of where the fields of each value were written, and how the value came there, with what
// is written in each archive.
func TestExplain(t *testing.T) {
	files, err := filepath.Glob("testdata/explain/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			fset := token.NewFileSet()
			a := &archive{t: t, fset: fset, std: importer.ForCompiler(fset, "gc", nil), sums: make(Summaries), explain: true}
			got := ""
			for _, f := range ar.Files {
				if path, ok := strings.CutSuffix(f.Name, ".go"); ok {
					r := a.analyze(path, f.Data)
					if path == "lib" && !strings.Contains(string(f.Data), "unknown to the analysis") {
						a.sums[path] = r.Summary
					}
					got = explained(r, fset)
				}
			}
			last := &ar.Files[len(ar.Files)-1]
			if *update {
				if last.Name != "explained" {
					ar.Files = append(ar.Files, txtar.File{Name: "explained"})
					last = &ar.Files[len(ar.Files)-1]
				}
				last.Data = []byte(got)
				if err := os.WriteFile(name, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if last.Name != "explained" || string(last.Data) != got {
				t.Errorf("run go test -update and read the difference; the analysis says\n%s", got)
			}
		})
	}
}

// explained says of each site of r all that is known of why.
func explained(r *Result, fset *token.FileSet) string {
	var b strings.Builder
	d := &dump{generator: r.generator, fset: fset}
	line := func(pos token.Pos) string {
		if !pos.IsValid() {
			return ""
		}
		return fmt.Sprintf("@%d", fset.Position(pos).Line)
	}
	kinds := []string{
		"in the literal", "assigned", "addressed", "by helper", "shared", "unseen", "bodiless", "any function", "implemented", "reflected",
		"field of", "called", "unsafe", "panicked", "untyped", "replaced", "exhausted",
	}
	steps := []string{"passed to", "received by", "returned by", "through", "handed on by", "stored in", "read from", "assigned to", "copied"}
	say := func(what string, o Origin) {
		fmt.Fprintf(&b, "  %s %s%s", what, kinds[o.Kind], line(o.Pos))
		if o.Value != nil {
			var text bytes.Buffer
			_ = format.Node(&text, fset, ast.Node(o.Value))
			first, _, _ := strings.Cut(text.String(), "\n")
			fmt.Fprintf(&b, " %s", first)
		}
		if o.Fn != nil {
			fmt.Fprintf(&b, " %s", o.Fn.Name())
		}
		if o.Owner != nil {
			fmt.Fprintf(&b, " %s", o.Owner.Name())
		}
		if o.Field != nil {
			fmt.Fprintf(&b, ".%s", o.Field.Name())
		}
		if o.Pkg != nil {
			fmt.Fprintf(&b, " package %s", o.Pkg.Path())
		}
		if o.Place != "" {
			fmt.Fprintf(&b, " (%s)", o.Place)
		}
		b.WriteByte('\n')
		for _, s := range o.Path {
			fmt.Fprintf(&b, "    ")
			if s.Of != nil {
				fmt.Fprintf(&b, "%s: ", d.typ(s.Of))
			}
			fmt.Fprintf(&b, "%s", steps[s.Kind])
			switch {
			case s.Func != nil:
				fmt.Fprintf(&b, " %s", d.function(s.Func))
			case s.Fn != nil:
				fmt.Fprintf(&b, " %s", FuncKey(s.Fn))
			case s.Field != nil:
				fmt.Fprintf(&b, " field %s", s.Field.Name())
			case s.Var != nil:
				fmt.Fprintf(&b, " %s", s.Var.Name())
			}
			b.WriteString(line(s.Pos))
			if s.Call.IsValid() {
				b.WriteString(" to" + line(s.Call))
			}
			b.WriteByte('\n')
		}
	}
	for _, s := range r.Sites {
		fmt.Fprintf(&b, "%s\n", d.object(s.obj))
		for _, field := range slices.Sorted(maps.Keys(s.obj.writes)) {
			origins := r.Graph.Origins(s.obj, field)
			if len(origins) == 0 {
				fmt.Fprintf(&b, "  %s NOT EXPLAINED\n", field)
			}
			for _, o := range origins {
				say(field, o)
			}
		}
		unknown := r.Graph.Unknown(s.obj)
		if s.Escapes && len(unknown) == 0 {
			fmt.Fprintf(&b, "  unknown NOT EXPLAINED\n")
		}
		for _, o := range unknown {
			say("unknown:", o)
		}
	}
	return b.String()
}

// TestExplainChangesNothing holds that to be asked why changes nothing that is found.
func TestExplainChangesNothing(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, name := range files {
		ar, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var dumps [2]string
		for i, explain := range []bool{false, true} {
			fset := token.NewFileSet()
			a := &archive{t: t, fset: fset, std: importer.ForCompiler(fset, "gc", nil), sums: make(Summaries), explain: explain}
			for _, f := range ar.Files {
				if path, ok := strings.CutSuffix(f.Name, ".go"); ok {
					r := a.analyze(path, f.Data)
					if path == "lib" && !strings.Contains(string(f.Data), "unknown to the analysis") {
						a.sums[path] = r.Summary
					}
					dumps[i] = r.Dump(fset)
				}
			}
		}
		if dumps[0] != dumps[1] {
			t.Errorf("%s: the solution is\n%s\nand with explanations\n%s", name, dumps[0], dumps[1])
		}
	}
}

// TestEverythingIsExplained holds that each write and each escape in the other archives has a reason.
func TestEverythingIsExplained(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, name := range files {
		ar, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		fset := token.NewFileSet()
		a := &archive{t: t, fset: fset, std: importer.ForCompiler(fset, "gc", nil), sums: make(Summaries), explain: true}
		for _, f := range ar.Files {
			path, ok := strings.CutSuffix(f.Name, ".go")
			if !ok {
				continue
			}
			r := a.analyze(path, f.Data)
			if path == "lib" && !strings.Contains(string(f.Data), "unknown to the analysis") {
				a.sums[path] = r.Summary
			}
			if r.generator == nil || r.Graph == nil {
				continue
			}
			if got := explained(r, fset); strings.Contains(got, "NOT EXPLAINED") {
				t.Errorf("%s, %s:\n%s", name, f.Name, got)
			}
		}
	}
}
