package survey

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"
)

// The assignments of a package are what its source says about where variables get their values.
type assignments struct {
	pkg  *types.Package
	info *types.Info

	stores map[*types.Var][]ast.Expr
	open   map[*types.Var]bool // what is assigned is not all expressions
	zero   map[*types.Var]bool // it is declared without a value
	params map[*types.Var]param

	calls   map[*types.Func][]*ast.CallExpr // of the package's functions
	callees map[*ast.Ident]bool             // names of what a call calls
	named   map[*types.Func]bool            // functions that are named other than to call them
	dynamic map[string]bool                 // methods that are called by interfaces
}

// A param says which parameter of which function a variable is.
type param struct {
	of    *types.Func
	index int
}

// assignments reads the files, once.
func (p *Package) assignments() *assignments {
	if p.assigned != nil {
		return p.assigned
	}
	a := &assignments{
		pkg: p.Pkg, info: p.Info,
		stores: make(map[*types.Var][]ast.Expr), open: make(map[*types.Var]bool), zero: make(map[*types.Var]bool), params: make(map[*types.Var]param),
		calls: make(map[*types.Func][]*ast.CallExpr), callees: make(map[*ast.Ident]bool), named: make(map[*types.Func]bool), dynamic: make(map[string]bool),
	}
	for _, file := range p.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			a.read(n)
			return true
		})
	}
	for id, o := range p.Info.Uses {
		if fn, ok := o.(*types.Func); ok && !a.callees[id] {
			a.named[fn.Origin()] = true
		}
	}
	p.assigned = a
	return a
}

// read notes what n does to variables.
func (a *assignments) read(n ast.Node) {
	switch n := n.(type) {
	case *ast.FuncDecl:
		if fn, ok := a.info.Defs[n.Name].(*types.Func); ok {
			a.declare(fn)
		}
	case *ast.FuncLit:
		if sig, ok := a.info.TypeOf(n).(*types.Signature); ok {
			a.openAll(sig.Params())
			a.openAll(sig.Results())
		}
	case *ast.CallExpr:
		a.call(n)
	case *ast.AssignStmt:
		if n.Tok == token.ASSIGN || n.Tok == token.DEFINE {
			a.assign(n.Lhs, n.Rhs)
		} else {
			a.opens(n.Lhs[0])
		}
	case *ast.IncDecStmt:
		a.opens(n.X)
	case *ast.RangeStmt:
		a.opens(n.Key)
		a.opens(n.Value)
	case *ast.UnaryExpr:
		if n.Op == token.AND {
			a.opens(n.X)
		}
	case *ast.ValueSpec:
		a.specify(n)
	}
}

// declare notes the parameters of fn. What named results begin with is not assigned.
func (a *assignments) declare(fn *types.Func) {
	sig := fn.Signature()
	for i := range sig.Params().Len() {
		v := sig.Params().At(i)
		if sig.Variadic() && i == sig.Params().Len()-1 {
			a.open[v] = true
		} else {
			a.params[v] = param{fn, i}
		}
	}
	a.openAll(sig.Results())
}

// call notes what c calls.
func (a *assignments) call(c *ast.CallExpr) {
	if fn := typeutil.StaticCallee(a.info, c); fn != nil && fn.Pkg() == a.pkg {
		a.calls[fn.Origin()] = append(a.calls[fn.Origin()], c)
	} else if m, ok := typeutil.Callee(a.info, c).(*types.Func); ok && fn == nil {
		a.dynamic[m.Name()] = true
	}
	switch fun := ast.Unparen(c.Fun).(type) {
	case *ast.Ident:
		a.callees[fun] = true
	case *ast.SelectorExpr:
		a.callees[fun.Sel] = true
	}
}

// specify notes what the variables of a declaration begin with.
func (a *assignments) specify(spec *ast.ValueSpec) {
	var to []ast.Expr
	for _, id := range spec.Names {
		to = append(to, id)
	}
	if len(spec.Values) > 0 {
		a.assign(to, spec.Values)
		return
	}
	for _, e := range to {
		if v := a.variable(e); v != nil {
			a.zero[v] = true
		}
	}
}

// assign notes that from is assigned to to. It is one call if that returns several results.
func (a *assignments) assign(to, from []ast.Expr) {
	for i, e := range to {
		if len(to) != len(from) {
			a.opens(e)
		} else if v := a.variable(e); v != nil {
			a.stores[v] = append(a.stores[v], from[i])
		}
	}
}

// opens notes that the variable which e is may get anything.
func (a *assignments) opens(e ast.Expr) {
	if v := a.variable(e); v != nil {
		a.open[v] = true
	}
}

func (a *assignments) openAll(vars *types.Tuple) {
	for v := range vars.Variables() {
		a.open[v] = true
	}
}

// variable returns the variable that e is, nil if it is none.
func (a *assignments) variable(e ast.Expr) *types.Var {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return nil
	}
	v, _ := a.info.ObjectOf(id).(*types.Var)
	return v
}

// passed returns what is passed as a parameter, and whether that is all: others may call an exported function, one that is a value, or a
// method that an interface has.
func (a *assignments) passed(at param) (args []ast.Expr, ok bool) {
	calls := a.calls[at.of]
	if len(calls) == 0 || a.named[at.of] || at.of.Exported() && a.pkg.Name() != "main" || at.of.Signature().Recv() != nil && a.dynamic[at.of.Name()] {
		return nil, false
	}
	for _, c := range calls {
		if at.index >= len(c.Args) || c.Ellipsis.IsValid() {
			return nil, false
		}
		args = append(args, c.Args[at.index])
	}
	return args, true
}
