package netuse

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// A ShortcutUse is a place that uses a shortcut of the catalog, and that nothing bounds.
type ShortcutUse struct {
	Pos, End token.Pos
	Shortcut catalog.Shortcut
}

// UsesAny reports whether files name one of the shortcuts. It is asked before the package is analyzed, which for shortcuts alone
// would not be done.
func UsesAny(pkg *types.Package, info *types.Info, files []*ast.File, shortcuts []catalog.Shortcut) bool {
	if !slices.ContainsFunc(append(slices.Clip(pkg.Imports()), pkg), func(p *types.Package) bool {
		return slices.ContainsFunc(shortcuts, func(s catalog.Shortcut) bool { return s.Package == p.Path() })
	}) {
		return false
	}
	for _, file := range files {
		for n := range ast.Preorder(file) {
			if id, ok := n.(*ast.Ident); ok && shortcutOf(info.Uses[id], shortcuts) != nil {
				return true
			}
		}
	}
	return false
}

// shortcutOf returns the shortcut that o is, or nil. Methods are not in the scope of their package.
func shortcutOf(o types.Object, shortcuts []catalog.Shortcut) *catalog.Shortcut {
	if o == nil || o.Pkg() == nil || o.Parent() != o.Pkg().Scope() {
		return nil
	}
	for i := range shortcuts {
		if s := &shortcuts[i]; s.Name == o.Name() && s.Package == o.Pkg().Path() {
			return s
		}
	}
	return nil
}

// Shortcuts returns the uses of shortcuts that nothing bounds, in the order of the source. Of those that stand for all uses of one
// value it is the first:
//
//	http.Get(url)            // a use
//	http.Post(url, "", body) // another use of http.DefaultClient
//	net.Dial("tcp", addr)    // a use
//	net.Dial("udp", addr)    // not a use: it does not wait
//
// A package that could not be analyzed has none.
func (r *Result) Shortcuts(shortcuts []catalog.Shortcut) []ShortcutUse {
	if r.graph == nil {
		return nil
	}
	f := &shortcutFinder{Result: r, shortcuts: shortcuts, calls: make(map[*ast.CallExpr]*pointsto.Call)}
	for _, c := range r.graph.AllCalls() {
		if c.Expr != nil {
			f.calls[c.Expr] = c
		}
	}
	f.findDefaultClient()
	for _, file := range r.syntax.files {
		f.read(file)
	}
	if f.own {
		f.uses = slices.DeleteFunc(f.uses, func(u ShortcutUse) bool { return u.Shortcut.Package == "net/http" })
	}
	slices.SortStableFunc(f.uses, func(a, b ShortcutUse) int { return cmp.Compare(a.Pos, b.Pos) })
	seen := make(map[string]bool) // rules of shortcuts whose first use was found
	return slices.DeleteFunc(f.uses, func(u ShortcutUse) bool {
		known := seen[u.Shortcut.Rule]
		seen[u.Shortcut.Rule] = known || u.Shortcut.Once
		return known && u.Shortcut.Once
	})
}

type shortcutFinder struct {
	*Result
	shortcuts []catalog.Shortcut
	calls     map[*ast.CallExpr]*pointsto.Call
	uses      []ShortcutUse

	own     bool // the package chooses a Timeout for http.DefaultClient, or another client
	bounded bool // all requests that are seen to be sent by http.DefaultClient have a deadline
}

// findDefaultClient looks at what the package does with http.DefaultClient. What is written to it counts for http.Get and its like
// as well, wherever it is written.
func (f *shortcutFinder) findDefaultClient() {
	clients, _ := f.graph.Global("net/http", catalog.DefaultClient)
	f.bounded = len(clients) > 0
	for _, o := range clients {
		f.own = f.own || o.Wrote("Timeout") != 0
		f.bounded = f.bounded && f.requests.bounded(o)
	}
}

// read adds the uses in file.
func (f *shortcutFinder) read(file *ast.File) {
	var stack []ast.Node
	ast.Inspect(file, func(n ast.Node) bool {
		if n == nil {
			stack = stack[:len(stack)-1]
			return true
		}
		if id, ok := n.(*ast.Ident); ok {
			if s := shortcutOf(f.syntax.info.Uses[id], f.shortcuts); s != nil {
				if e, used := f.use(s, id, stack); used {
					f.uses = append(f.uses, ShortcutUse{e.Pos(), e.End(), *s})
				}
			}
		}
		stack = append(stack, n)
		return true
	})
}

// use returns the expression that names shortcut s by id, inside of the nodes on stack, and whether it is a use that nothing bounds.
// Of functions that dial, only calls are: what a value of one is called with is not looked at.
func (f *shortcutFinder) use(s *catalog.Shortcut, id *ast.Ident, stack []ast.Node) (e ast.Expr, used bool) {
	e = id
	i := len(stack) - 1
	for ; i >= 0; i-- {
		if sel, ok := stack[i].(*ast.SelectorExpr); ok && sel.Sel == id {
			e = sel
		} else if paren, ok := stack[i].(*ast.ParenExpr); ok {
			e = paren
		} else {
			break
		}
	}
	if s.Package == "net/http" {
		return e, s.Name != catalog.DefaultClient || f.usesClient(e, stack[:i+1])
	}
	call, ok := stack[i].(*ast.CallExpr)
	return e, ok && call.Fun == e && !f.boundedDial(call)
}

// usesClient reports whether e, which is http.DefaultClient inside of the nodes on stack, sends requests without a deadline, or is
// passed on to who may.
//
//	http.DefaultClient.Do(req)                    // a use, unless the request has a deadline
//	api.Client = http.DefaultClient               // a use
//	if api.Client == http.DefaultClient {         // not a use
//	own := *http.DefaultClient                    // not a use: it is a copy, which may get a Timeout
//	http.DefaultClient.Transport = t              // not a use
//	http.DefaultClient = &http.Client{...}        // not a use
func (f *shortcutFinder) usesClient(e ast.Expr, stack []ast.Node) bool {
	switch n := stack[len(stack)-1].(type) {
	case *ast.SelectorExpr:
		fn, ok := f.syntax.info.Uses[n.Sel].(*types.Func)
		if !ok || fn.Name() == "CloseIdleConnections" {
			return false
		}
		call, _ := stack[len(stack)-2].(*ast.CallExpr)
		c := f.calls[call]
		return !f.bounded && (c == nil || c.Fn == nil || !f.requests.boundedCall(c))
	case *ast.StarExpr, *ast.BinaryExpr:
		return false
	case *ast.AssignStmt:
		if slices.Contains(n.Lhs, e) {
			f.own = true
			return false
		}
	}
	return !f.bounded
}

// boundedDial reports whether a call of net.Dial or its like does not wait, or is made by a net.Resolver, whose queries have a limit.
func (f *shortcutFinder) boundedDial(call *ast.CallExpr) bool {
	if e := networkArg(f.syntax.info, call); e != nil && f.syntax.texts.all(e, isConnectionless) {
		return true
	}
	c := f.calls[call]
	return c == nil || f.dials.inResolver(c.In)
}
