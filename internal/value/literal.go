package value

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/types"
	"slices"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// A literal is one whose elements have keys.
type literal struct {
	elements map[string]*ast.KeyValueExpr // by field
	site     *pointsto.Site               // nil if it was not followed
	kept     bool                         // it initializes a variable of the package
	inside   bool                         // see finder.inside
}

// literal looks at a composite literal, the last of the nodes on stack.
func (f *finder) literal(lit *ast.CompositeLit, stack []ast.Node) {
	t := f.Info.TypeOf(lit)
	tn := pointsto.Named(t)
	if tn == nil || tn.Pkg() == nil {
		return
	}
	path := tn.Pkg().Path()
	if path != "net" && path != "net/http" {
		return
	}
	l := literal{elements: make(map[string]*ast.KeyValueExpr), site: f.sites[lit], kept: f.isKept(stack), inside: f.inside[lit]}
	for _, e := range lit.Elts {
		kv, ok := e.(*ast.KeyValueExpr)
		if !ok {
			return
		}
		if key, ok := kv.Key.(*ast.Ident); ok {
			l.elements[key.Name] = kv
		}
	}
	if kv := l.elements["KeepAliveConfig"]; kv != nil {
		if config, ok := ast.Unparen(kv.Value).(*ast.CompositeLit); ok {
			f.inside[config] = true
		}
	}
	of, name := f.traps(t)
	var clauses []Clause
	var first ast.Node
	for _, e := range lit.Elts {
		kv := e.(*ast.KeyValueExpr)
		for _, trap := range of {
			if l.elements[trap.Field] != kv {
				continue
			}
			if c, ok := f.element(trap, kv.Value, l); ok {
				clauses = add(clauses, c)
				if first == nil {
					first = kv
				}
				break // the first that is wrong with a field
			}
		}
	}
	if first != nil {
		f.report(first, name, clauses)
	}
}

// add adds c to clauses. Of several fields of which the same is to be said, it is said once.
func add(clauses []Clause, c Clause) []Clause {
	for i := range clauses {
		if old := &clauses[i]; old.Verb == c.Verb && old.How == c.How && old.Reason == c.Reason {
			old.Fields = append(old.Fields, c.Fields...)
			return clauses
		}
	}
	return append(clauses, c)
}

// element returns the clause about a field of l that e is the value of.
func (f *finder) element(trap catalog.Trap, e ast.Expr, l literal) (Clause, bool) {
	none := Clause{}
	if trap.Is == catalog.BareNumber {
		c, ok := f.constants(trap, e)
		return c, ok && f.uses(trap)
	}
	for _, name := range trap.Unless {
		if f.written(l, name) {
			return none, false
		}
	}
	if len(trap.Unless) > 0 && (l.site == nil || l.site.Escapes) {
		return none, false
	}
	clause := func(verb, how string) (Clause, bool) {
		return Clause{verb, []string{trap.Field}, how, trap.Reason}, true
	}
	switch with := l.elements[trap.With]; trap.Is {
	case catalog.BelowZero:
		return f.constants(trap, e)
	case catalog.Without:
		if n, ok := f.constantOf(e); with == nil && l.inside && (!ok || n != 0) && !f.stored(trap, trap.With) {
			return clause("sets", "without "+trap.With)
		}
	case catalog.Beside:
		n, ok := f.constantOf(e)
		if !ok || n <= 0 || with == nil || f.Info.Types[with.Value].IsNil() {
			break
		}
		// The function may look at the field itself.
		if _, read := f.mentioned(trap, trap.Field); !read {
			return clause("sets", "beside "+trap.With)
		}
	case catalog.Above:
		if with == nil {
			break
		}
		n, ok1 := f.constantOf(e)
		limit, ok2 := f.constantOf(with.Value)
		if !ok1 || !ok2 || limit <= 0 || n <= limit || !l.only(trap.Field, n) || !l.only(trap.With, limit) {
			break
		}
		c, _ := clause("sets", fmt.Sprintf("to %d", n))
		c.Reason += fmt.Sprintf(", as %s is %d", trap.With, limit)
		return c, true
	case catalog.OnceOnly:
		if l.kept && f.now(e) {
			return clause("sets", "in a package variable")
		}
	case catalog.Crossed:
		if f.crossed(trap, e, l) && !f.stored(trap, trap.Field) {
			return clause("sets", "to "+types.ExprString(e))
		}
	case catalog.OffersHTTP2:
		if f.offersHTTP2(e) && !imports(f.Pkg, http2) && !f.stored(trap, trap.Field) {
			return clause("offers HTTP/2 in", "without "+trap.With)
		}
	}
	return none, false
}

// http2 is the package that can give an http.Transport another HTTP/2 than its own.
const http2 = "golang.org/x/net/http2"

// written reports whether anything is written to a field of l, in the literal or later. A nil in the literal says that there is nothing.
func (f *finder) written(l literal, field string) bool {
	var w pointsto.Value
	if l.site != nil {
		w = l.site.Writes[field]
	}
	if kv := l.elements[field]; kv != nil {
		return w.NonZero() || !f.Info.Types[kv.Value].IsNil()
	}
	return w != 0
}

// only reports whether n, which is above zero, is all that can be in a field of l.
func (l literal) only(field string, n int64) bool {
	return l.site != nil && !l.site.Escapes && l.site.Writes[field] == pointsto.Positive && l.site.Object().Largest(field) == n
}

// now reports whether e calls time.Now.
func (f *finder) now(e ast.Expr) bool {
	for n := range ast.Preorder(e) {
		if id, ok := n.(*ast.Ident); ok && id.Name == "Now" {
			if fn, ok := f.Info.Uses[id].(*types.Func); ok && fn.FullName() == "time.Now" {
				return true
			}
		}
	}
	return false
}

// offersHTTP2 reports whether e is a literal of a tls.Config whose NextProtos has h2.
func (f *finder) offersHTTP2(e ast.Expr) bool {
	if u, ok := ast.Unparen(e).(*ast.UnaryExpr); ok {
		e = u.X
	}
	lit, ok := ast.Unparen(e).(*ast.CompositeLit)
	if !ok {
		return false
	}
	return slices.ContainsFunc(lit.Elts, func(e ast.Expr) bool {
		kv, ok := e.(*ast.KeyValueExpr)
		if !ok {
			return false
		}
		key, _ := kv.Key.(*ast.Ident)
		list, _ := ast.Unparen(kv.Value).(*ast.CompositeLit)
		if key == nil || key.Name != "NextProtos" || list == nil {
			return false
		}
		return slices.ContainsFunc(list.Elts, func(e ast.Expr) bool {
			v := f.Info.Types[e].Value
			return v != nil && v.Kind() == constant.String && constant.StringVal(v) == "h2"
		})
	})
}
