package pointsto

import (
	"go/ast"
	"go/token"
)

// A Write is a value that a field of an object is given.
type Write struct {
	Expr   ast.Expr // what the source has, nil if that is not one expression, or not in this package
	Number int64    // the same, if it is a constant above zero

	literal bool      // it stands in the literal that makes the object
	made    bool      // in is the function that makes the object
	in      *Function // nil for a literal, and for code that is not known
	region  *Region   // of in; for a literal, where the object is made
	pos     token.Pos
}

// A writtenTo is a field of an object.
type writtenTo struct {
	o     *Object
	field string
}

// to returns what w is for o, one of the objects that it is about.
func (w fieldWrite) to(o *Object) Write {
	out := Write{Expr: w.from, Number: w.number, in: w.in, region: w.region, pos: w.pos}
	out.literal = w.in == nil && w.from != nil
	if s := o.site; s != nil {
		out.made = s.in == w.in
		if out.literal {
			out.region = s.region
		}
	} else if in, _ := o.made(); in != nil {
		out.made = in == w.in
	}
	return out
}

// Follows reports whether w may be written over v, as far as the source says. What a function writes to the value that it makes comes
// before what others write to it, and of the order in which these run nothing is known.
//
//	t := &T{Idle: 1} // first
//	t.Idle = 2       // follows
//	tune(t)          // what tune writes follows both
func (w Write) Follows(v Write) bool {
	switch {
	case w.literal || !v.literal && v.in == nil:
		return false
	case v.literal:
		return true
	case w.in == v.in:
		return w.pos > v.pos && !w.region.excludes(v.region)
	}
	return v.made
}

// Replaces reports whether w is certainly written over v: it follows v, and whoever came to v comes to w.
func (w Write) Replaces(v Write) bool {
	return w.Follows(v) && w.in != nil && (w.in == v.in || w.made && v.literal) && v.region.Within(w.region)
}

// excludes reports whether r and other are in different branches of one statement.
func (r *Region) excludes(other *Region) bool {
	for ; r != nil; r = r.parent {
		for s := other; s != nil; s = s.parent {
			if r != s && r.of != nil && r.of == s.of {
				return true
			}
		}
	}
	return false
}
