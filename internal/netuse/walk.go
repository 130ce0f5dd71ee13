package netuse

import (
	"go/ast"
	"go/types"
)

// A walk goes from an expression back to what comes into it.
type walk struct {
	seen   map[visit]bool
	frames map[frame]*frame // each is there once
	in     *frame           // where the walk is, nil if no call led there

	// Exported functions count as called by the calls in the package alone, if there are some.
	calledHere bool
	// What the source says counts, though others may give variables of the package something else.
	said bool
	// What is known besides, of the one transport that is asked about.
	besides []condition
}

// A visit is a variable or a function that a walk was at.
type visit struct {
	of types.Object
	in *frame
}

// A frame is the call by which a walk came into a function: its parameters are what this call passes.
type frame struct {
	of    *types.Func
	call  *ast.CallExpr
	up    *frame
	depth int
}

// maxFrames bounds how many calls a walk knows that led it to where it is. Recursion would make frames forever.
const maxFrames = 4

func newWalk() walk { return walk{seen: make(map[visit]bool), frames: make(map[frame]*frame)} }

// first reports whether the walk comes to o, in its frame, for the first time.
func (w walk) first(o types.Object) bool {
	v := visit{o, w.in}
	if w.seen[v] {
		return false
	}
	w.seen[v] = true
	return true
}

// into returns the walk in fn, which call led to.
func (w walk) into(fn *types.Func, call *ast.CallExpr) walk {
	f := frame{fn, call, w.in, 1}
	if w.in != nil {
		f.depth += w.in.depth
	}
	if f.depth > maxFrames {
		w.in = nil
		return w
	}
	if w.frames[f] == nil {
		w.frames[f] = &f
	}
	w.in = w.frames[f]
	return w
}

// at returns the walk at variable v. Only variables of functions belong to a frame.
func (w walk) at(v *types.Var) walk {
	if v.IsField() || v.Pkg() != nil && v.Parent() == v.Pkg().Scope() {
		w.in = nil
	}
	return w
}

// A gift is an expression that a variable is given, and the walk there. It is nil for what is not known.
type gift struct {
	e  ast.Expr
	at walk
}
