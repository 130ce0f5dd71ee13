package lambda

import (
	"go/types"
	"strings"

	"github.com/transportlint/transportlint/internal/pointsto"
)

// facts are what is known of the packages that this one refers to: rule 11. Each is asked for once.
type facts struct {
	get   func(*types.Package) (*Fact, bool)
	known map[*types.Package]*Fact // nil for packages without
}

func newFacts(in Input) *facts { return &facts{in.Fact, make(map[*types.Package]*Fact)} }

// fact returns the fact of another package, and whether there is one. None means that the package was not seen, or that it has nothing
// to say. The two are not told apart, which rule 11 takes as unknown code: it retains.
func (s *facts) fact(pkg *types.Package) (*Fact, bool) {
	f, known := s.known[pkg]
	if !known {
		if g, ok := s.get(pkg); ok {
			f = g
		}
		s.known[pkg] = f
	}
	return f, f != nil
}

// effect returns what the fact of another package says of the name, nil if nothing. Names are those of [Effect]: pointsto.FuncKey for
// functions and methods, "type T", "var V".
func (s *facts) effect(pkg *types.Package, of string) (*Effect, *Fact) {
	f, ok := s.fact(pkg)
	if !ok {
		return nil, nil
	}
	return f.effect(of), f
}

// funcEffect is effect for a function of another package.
func (s *facts) funcEffect(fn *types.Func) (*Effect, *Fact) {
	return s.effect(fn.Pkg(), pointsto.FuncKey(fn))
}

// resultEffect returns what the fact of another package says of o, which call returned, or which is in a field of what it returned; nil
// if nothing.
func (s *facts) resultEffect(call *pointsto.Call, o *pointsto.Object) (*Effect, *Fact) {
	e, f := s.funcEffect(call.Fn)
	if at, _ := o.Entrance(); e != nil && at.Path != "" {
		for field := range strings.SplitSeq(at.Path, ".") {
			if !e.Parted {
				break
			}
			e = e.part(field)
		}
	}
	return e, f
}
