package pointsto

import (
	"cmp"
	"go/ast"
	"go/types"
	"maps"
	"slices"
)

// locals are the variables of a function that have a node for each assignment, with the current one.
type locals map[*types.Var]Node

// vars returns the variables in the order of the source, so that nodes have the same numbers on each run.
func (l locals) vars() []*types.Var {
	return slices.SortedFunc(maps.Keys(l), func(v, w *types.Var) int { return cmp.Compare(v.Pos(), w.Pos()) })
}

// A reader reads the statements of a function, or the initializers of package variables. It is passed down by value: a region inside
// has a reader of its own.
//
// Its locals are a map, and shared by copies of the reader: a branch that must not change those of its surroundings begins with a clone.
type reader struct {
	scope
	locals  locals      // updated in place as statements are read
	headers []locals    // of the loops around
	breaks  []*[]locals // for each switch or select around, how breaks leave it
	ahead   *ahead      // what comes behind the statement that is read
}

// ahead is what is left of the statements of a block, and of those around it. It ends at a loop, behind which the loop may begin
// again, and at the end of a function.
type ahead struct {
	list  []ast.Stmt
	outer *ahead
}

// guarded returns the reader of a region that may be skipped or repeated, entered with the locals given.
//
// Each call makes one region, so that two branches of a statement are told apart by the pointer.
func (r reader) guarded(guard ast.Expr, in locals) reader {
	r.region = &Region{parent: r.region, guard: guard}
	r.locals = in
	return r
}

// variable returns the node of v, of its last assignment if it is one of the locals.
func (r reader) variable(v *types.Var) Node {
	if n, ok := r.locals[v]; ok {
		return n
	}
	return r.heap.variable(v)
}

// assignLocal makes val the value of v from here on, and reports whether v is one of the locals.
//
// The old node keeps what it holds, and what was stored through it stays with those objects: a strong update of the variable, not of what
// it leads to. All loops around get the value as well, as another round may begin with it.
func (r reader) assignLocal(v *types.Var, val Node) bool {
	if _, ok := r.locals[v]; !ok {
		return false
	}
	n := r.node()
	r.alias(val, n, v.Type())
	r.locals[v] = n
	r.copy(n, r.captured[v])
	if r.fn.captured[v].IsValid() {
		r.copy(n, r.heap.variable(v)) // which the literals that saw it have
	}
	for _, header := range r.headers {
		r.copy(n, header[v])
	}
	return true
}
