package fuzz

import (
	"go/ast"
	"go/types"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// FuzzBroken analyzes source of any kind that can be parsed, importing source of any kind. Bytes of both change at random; edits change the
// package itself so that the result has a chance to be well-typed. The analyzer must neither panic, nor take long, nor report the same thing
// twice.
func FuzzBroken(f *testing.F) {
	for _, src := range folders(f) {
		f.Add("", src, []byte(nil))
		f.Add("", src, []byte{1, 2, 3, 4, 5, 6, 7, 8, 9})
	}
	for _, n := range nasty(f) {
		f.Add(n.dep, n.src, []byte(nil))
	}
	f.Fuzz(func(t *testing.T, dep, src string, edits []byte) {
		if len(dep)+len(src) > 20_000 {
			return
		}
		src = edit(t, dep, src, edits)
		s := newSandbox(t)
		s.add("dep", "package dep\n"+dep)
		if c := s.add("p", src); c.syntax != nil {
			return // drivers leave it out
		}
		s.withstand(t)
	})
}

// withstand analyzes the packages dep, if it is sound, and p.
func (s *sandbox) withstand(t testing.TB) {
	inTime(t, func() {
		if !s.pkgs["dep"].broken {
			s.run(t, traced, "dep")
		}
		seen := make(map[string]bool)
		for _, d := range s.run(t, traced, "p") {
			if seen[d.String()] {
				t.Errorf("twice: %s", d)
			}
			seen[d.String()] = true
		}
		s.run(t, plain, "p")
	})
}

// TestHuge analyzes packages that are out of the ordinary by their size.
func TestHuge(t *testing.T) {
	for name, src := range huge() {
		s := newSandbox(t)
		s.add("dep", "package dep")
		if c := s.add("p", src); c.hard != nil {
			t.Errorf("%s: %v", name, c.hard)
			continue
		}
		s.withstand(t)
	}
}

// folders returns the files of testdata/src.
func folders(t testing.TB) (out []string) {
	names, err := filepath.Glob("../../testdata/src/*/*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, string(text))
	}
	return out
}

// edit changes src, which imports dep, as edits say: an expression is replaced by another of its type, a statement is removed, or
// repeated elsewhere.
func edit(t testing.TB, dep, src string, edits []byte) string {
	for c := (choices{edits}); len(c.bytes) > 0; {
		s := newSandbox(t)
		s.add("dep", "package dep\n"+dep)
		p := s.add("p", src)
		if p.hard != nil {
			return src
		}
		text := func(n ast.Node) string {
			return src[s.fset.Position(n.Pos()).Offset:s.fset.Position(n.End()).Offset]
		}
		var exprs []ast.Expr
		var stmts []ast.Stmt
		ast.Inspect(p.files[0], func(n ast.Node) bool {
			switch n := n.(type) {
			case ast.Expr:
				if tv := p.info.Types[n]; tv.IsValue() {
					exprs = append(exprs, n)
				}
			case *ast.BlockStmt:
				stmts = append(stmts, n.List...)
			}
			return true
		})
		var old, repl ast.Node
		with := ""
		switch kind := c.choose(4); {
		case kind < 2 && len(exprs) > 0:
			e := exprs[(c.choose(256)<<8|c.choose(256))%len(exprs)]
			var same []ast.Expr
			for _, x := range exprs {
				if types.Identical(p.info.TypeOf(x), p.info.TypeOf(e)) && text(x) != text(e) {
					same = append(same, x)
				}
			}
			if len(same) == 0 {
				continue
			}
			old, repl = e, same[c.choose(len(same))]
		case len(stmts) > 0:
			st := stmts[(c.choose(256)<<8|c.choose(256))%len(stmts)]
			if old = st; kind == 3 {
				repl = stmts[c.choose(len(stmts))]
				with = text(st) + "\n"
			}
		default:
			return src
		}
		if repl != nil {
			with += text(repl)
		}
		from, to := s.fset.Position(old.Pos()).Offset, s.fset.Position(old.End()).Offset
		changed := src[:from] + with + src[to:]
		if len(changed) > 20_000 {
			return src
		}
		if again := s.add("p", changed); again.hard == nil {
			src = changed
		}
	}
	return src
}

// TestNasty analyzes the odd packages. They are well-typed but for what they import: what is not, is not analyzed.
func TestNasty(t *testing.T) {
	for _, n := range nasty(t) {
		s := newSandbox(t)
		s.add("dep", "package dep\n"+n.dep)
		if c := s.add("p", n.src); c.hard != nil {
			t.Errorf("%v\n%s", c.hard, n.src)
		}
		s.withstand(t)
	}
}

// A nastyPackage is the source of an odd package, and of what it imports as dep, without its package clause.
type nastyPackage struct{ src, dep string }

// nasty returns the folders of testdata/nasty.
func nasty(t testing.TB) (out []nastyPackage) {
	names, err := filepath.Glob("../../testdata/nasty/src/*/*.go")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		dir := filepath.Dir(name)
		n := nastyPackage{src: strings.ReplaceAll(string(src), filepath.Base(dir)+"/dep", "dep")}
		if dep, err := os.ReadFile(filepath.Join(dir, "dep", "dep.go")); err == nil {
			_, n.dep, _ = strings.Cut(string(dep), "package dep\n")
		}
		out = append(out, n)
	}
	return out
}
