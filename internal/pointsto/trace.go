package pointsto

import (
	"go/ast"
	"go/token"
	"go/types"
)

// A trace records why the solution is what it is: for each copy, each object that a node holds by itself and each constraint, the first
// cause. It is there only if [Input.Explain] asks for it, and nothing that the analysis finds depends on it. All methods do nothing for a
// nil trace, so that a plain run pays for a test.
//
// What the generator says has the place in the source as its cause, and what follows from a constraint that constraint, for the object
// that it was applied to. So from each copy a way leads back to the source, and [Graph.Origins] reads off which one a value took.
type trace struct {
	now    cause
	copies map[edge]cause
	begun  map[*Object][]Node // where it was put other than by a copy
	said   []saying
	known  map[saidOf]cause // of the constraints of representatives

	overwritten map[*Object]cause
	fields      map[Node]fieldOf
}

// A cause is what makes the analysis say something.
type cause struct {
	pos    token.Pos       // where the code stands
	fn     *types.Func     // that is called there, of another package, or of an interface
	callee *Function       // that is called there, of this package
	owner  *types.TypeName // of another package, in whose field something is stored
	field  *types.Var
	copies bool // it is about a copy of what a pointer leads to

	by     any     // the constraint from which it follows; nil if the code says it
	on     Node    // what that is about
	object *Object // that it was applied to
}

// An edge is a copy.
type edge struct{ from, to Node }

// A saying is a constraint where it was said.
type saying struct {
	n Node
	c any // a constraint
	cause
}

type saidOf struct {
	rep Node
	c   any
}

type fieldOf struct {
	object *Object
	field  *types.Var
}

func newTrace() *trace {
	return &trace{
		copies:      make(map[edge]cause),
		begun:       make(map[*Object][]Node),
		known:       make(map[saidOf]cause),
		overwritten: make(map[*Object]cause),
		fields:      make(map[Node]fieldOf),
	}
}

// enter notes that what is said until leave is called stands at pos.
func (t *trace) enter(pos token.Pos) (leave func()) {
	if t == nil || !pos.IsValid() {
		return stay
	}
	c := t.now
	c.pos = pos
	return t.resume(c)
}

// enterNode is like enter, for the place of n, which may be nil.
func (t *trace) enterNode(n ast.Node) (leave func()) {
	if t == nil || n == nil {
		return stay
	}
	if call, ok := n.(*ast.CallExpr); ok {
		if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
			return t.enter(sel.Sel.Pos()) // in a chain of calls, the line of this one
		}
	}
	return t.enter(n.Pos())
}

// about notes that what is said until leave is called is about fn, which is called here.
func (t *trace) about(fn *types.Func) (leave func()) {
	if t == nil {
		return stay
	}
	c := t.now
	c.fn = fn
	return t.resume(c)
}

// into notes that what is said until leave is called is about a value that is stored in field f of owner.
func (t *trace) into(owner *types.TypeName, f *types.Var) (leave func()) {
	if t == nil {
		return stay
	}
	c := t.now
	c.owner, c.field = owner, f
	return t.resume(c)
}

// copying notes that what is said until leave is called is about a copy of what a pointer leads to.
func (t *trace) copying() (leave func()) {
	if t == nil {
		return stay
	}
	c := t.now
	c.copies = true
	return t.resume(c)
}

// calling notes that what is said until leave is called follows from a call of f at pos.
func (t *trace) calling(f *Function, pos token.Pos) (leave func()) {
	if t == nil {
		return stay
	}
	return t.resume(cause{pos: pos, callee: f})
}

// resume goes back to a former cause until leave is called.
func (t *trace) resume(c cause) (leave func()) {
	if t == nil {
		return stay
	}
	old := t.now
	t.now = c
	return func() { t.now = old }
}

func stay() {}

// pos returns where the code stands.
func (t *trace) pos() token.Pos { return t.cause().pos }

// cause returns what is under way.
func (t *trace) cause() cause {
	if t == nil {
		return cause{}
	}
	return t.now
}

func (t *trace) copied(from, to Node) {
	if t == nil {
		return
	}
	if e := (edge{from, to}); t.copies[e] == (cause{}) {
		t.copies[e] = t.now
	}
}

func (t *trace) began(n Node, o *Object) {
	if t != nil {
		t.begun[o] = append(t.begun[o], n)
	}
}

// constrained notes that c is said of n, whose representative is rep.
func (t *trace) constrained(n, rep Node, c any) {
	if t == nil {
		return
	}
	t.said = append(t.said, saying{n, c, t.now})
	if k := (saidOf{rep, c}); t.known[k] == (cause{}) {
		t.known[k] = t.now
	}
}

// merged notes that c, which was said of m, is now said of r.
func (t *trace) merged(r, m Node, c any) {
	if t == nil {
		return
	}
	if k := (saidOf{r, c}); t.known[k] == (cause{}) {
		t.known[k] = t.known[saidOf{m, c}]
	}
}

// applying notes that what is said until leave is called follows from c, said of rep, for o.
func (t *trace) applying(c any, rep Node, o *Object) (leave func()) {
	if t == nil {
		return stay
	}
	now := t.known[saidOf{rep, c}]
	now.by, now.on, now.object = c, rep, o
	return t.resume(now)
}

// overwrote notes that o is overwritten, or thrown away.
func (t *trace) overwrote(o *Object) {
	if t != nil && t.overwritten[o] == (cause{}) {
		t.overwritten[o] = t.now
	}
}

func (t *trace) isField(n Node, o *Object, f *types.Var) {
	if t != nil {
		t.fields[n] = fieldOf{o, f}
	}
}
