package main

import (
	"bytes"
	"cmp"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"slices"
	"strconv"
	"strings"
)

const mutantPackage = "github.com/transportlint/transportlint/tools/mutate/mutant"

// A mutation gives one condition a value, whatever it says.
type mutation struct {
	id   int // of the condition, negative if the value is true
	pos  token.Position
	text string // the condition
	to   string // what stands in its place
}

// conditions rewrites source files so that each of their conditions passes through package mutant.
type conditions struct {
	fset      *token.FileSet
	count     int
	mutations []mutation
}

// rewrite returns the text of a file with its conditions rewritten, nil if it has none.
func (c *conditions) rewrite(name string) ([]byte, error) {
	src, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	file, err := parser.ParseFile(c.fset, name, src, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	r := &rewriter{conditions: c, file: c.fset.File(file.FileStart), src: src}
	before := c.count
	ast.Inspect(file, r.node)
	if c.count == before {
		return nil, nil
	}
	r.insert(file.Name.End(), "; import mutant \""+mutantPackage+"\"")
	return r.text(), nil
}

// A rewriter rewrites one file. All stays on its line.
type rewriter struct {
	*conditions
	file    *token.File
	src     []byte
	inserts []insertion
}

type insertion struct {
	at   int
	text string
}

func (r *rewriter) node(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.GenDecl:
		return n.Tok != token.CONST
	case *ast.IfStmt:
		r.condition(n.Cond, "if false", "if true")
	case *ast.ForStmt:
		if n.Cond != nil {
			r.condition(n.Cond, "for false", "") // for true would not end
		}
	case *ast.BinaryExpr:
		for _, x := range []ast.Expr{n.X, n.Y} {
			if y, ok := ast.Unparen(x).(*ast.BinaryExpr); ok && y.Op == n.Op {
				continue // its operands are n's as well
			}
			switch n.Op {
			case token.LAND:
				r.condition(x, "", "true &&")
			case token.LOR:
				r.condition(x, "false ||", "")
			}
		}
	case *ast.SwitchStmt:
		for _, s := range n.Body.List {
			if clause := s.(*ast.CaseClause); n.Tag != nil {
				r.clause(clause)
			} else {
				for _, x := range clause.List {
					r.condition(x, "case false", "case true")
				}
			}
		}
	case *ast.TypeSwitchStmt:
		for _, s := range n.Body.List {
			r.clause(s.(*ast.CaseClause))
		}
	case *ast.FuncDecl:
		r.end(n.Type, n.Body)
	case *ast.FuncLit:
		r.end(n.Type, n.Body)
	}
	return true
}

// condition rewrites x. Mutations that are described as "" are of no use.
func (r *rewriter) condition(x ast.Expr, never, always string) {
	r.count++
	text := string(r.src[r.file.Offset(x.Pos()):r.file.Offset(x.End())])
	r.mutations = append(r.mutations, r.describe(x.Pos(), text, never, always)...)
	r.insert(x.Pos(), call(r.count))
	r.insert(x.End(), ")")
}

// clause rewrites a clause of a switch over values or types so that a mutant leaves it at once.
func (r *rewriter) clause(c *ast.CaseClause) {
	if len(c.List) == 0 || len(c.Body) == 0 {
		return
	}
	r.count++
	text := string(r.src[r.file.Offset(c.Pos()):r.file.Offset(c.Colon)])
	r.mutations = append(r.mutations, r.describe(c.Pos(), text, "", "nothing")...)
	r.insert(c.Colon+1, " if "+call(r.count)+"false) { break };")
}

// end lets a function end with a switch that a mutant leaves.
func (r *rewriter) end(t *ast.FuncType, body *ast.BlockStmt) {
	if t.Results != nil && body != nil {
		r.insert(body.Rbrace, "; panic(\"no result\") ")
	}
}

func (r *rewriter) describe(pos token.Pos, text, never, always string) []mutation {
	m := mutation{pos: r.fset.Position(pos), text: strings.Join(strings.Fields(text), " ")}
	var out []mutation
	if never != "" {
		m.id, m.to = r.count, never
		out = append(out, m)
	}
	if always != "" {
		m.id, m.to = -r.count, always
		out = append(out, m)
	}
	return out
}

func (r *rewriter) insert(pos token.Pos, text string) {
	r.inserts = append(r.inserts, insertion{r.file.Offset(pos), text})
}

func (r *rewriter) text() []byte {
	// What is inserted at one place stays in order: the call around an expression comes before those inside.
	slices.SortStableFunc(r.inserts, func(a, b insertion) int { return cmp.Compare(a.at, b.at) })
	var out bytes.Buffer
	done := 0
	for _, i := range r.inserts {
		out.Write(r.src[done:i.at])
		out.WriteString(i.text)
		done = i.at
	}
	out.Write(r.src[done:])
	return out.Bytes()
}

func call(condition int) string { return "mutant.If(" + strconv.Itoa(condition) + ", " }
