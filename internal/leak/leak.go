// Package leak finds transports that are made on every call and left behind with their idle connections.
//
// A transport leaks if all of this holds. Where one of it is not sure, nothing is said.
//
//  1. It is a literal of http.Transport, or a copy of http.DefaultTransport, in a function that runs more than once.
//  2. A request is sent by it.
//  3. Nothing that outlives the call holds it: no variable of a package, no value from outside, no function that is kept, and no
//     code of another package. Functions of the package may return it to callers that drop it.
//  4. Nothing closes its idle connections, and keep-alives are on.
//  5. It keeps idle connections without limit, or for a constant time that is long.
package leak

import (
	"go/ast"
	"go/token"
	"go/types"
	"time"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/netuse"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// Long is how long idle connections must stay for a transport with an IdleConnTimeout to count.
const Long = time.Minute

// An Input is a package that has been analyzed.
type Input struct {
	Pkg   *types.Package
	Info  *types.Info
	Files []*ast.File // those that count
	Graph *pointsto.Graph
	Net   *netuse.Result
	Sites []*pointsto.Site
}

// A Finding is a transport that leaks.
type Finding struct {
	Pos, End token.Pos
	Site     *pointsto.Site // nil for a copy of http.DefaultTransport
	Idle     time.Duration  // how long its connections stay; 0 is forever
	Explicit bool           // the IdleConnTimeout was set, to zero if Idle is 0
}

// Find returns the transports that leak: the literals in the order of the source, then the copies likewise.
func Find(in Input) []Finding {
	f := &finder{Input: in}
	var out []Finding
	for _, s := range in.Sites {
		if s.In() == nil || !pointsto.IsType(s.Object().Type(), "net/http", "Transport") {
			continue
		}
		found := Finding{Pos: s.Pos, End: s.End, Site: s, Explicit: s.Writes["IdleConnTimeout"] != 0}
		if !s.Escapes && !s.Circumstances[catalog.Fallback] && !s.Circumstances[catalog.NoPool] && !s.Circumstances[catalog.Brief] && f.idles(s.Object(), 0, &found) && f.leaks(s.Object(), s.Pos) {
			out = append(out, found)
		}
	}
	for _, c := range in.Graph.AllCalls() {
		if c.Expr == nil || c.In == nil || len(c.Results) != 1 || !netuse.IsClone(c) {
			continue
		}
		for _, o := range in.Graph.At(c.Results[0]) {
			found := Finding{Pos: c.Expr.Pos(), End: c.Expr.End(), Explicit: o.Wrote("IdleConnTimeout") != 0}
			if netuse.IsDefaultTransport(o) && f.idles(o, netuse.DefaultIdle, &found) && f.leaks(o, found.Pos) {
				out = append(out, found)
			}
		}
	}
	return out
}

// idles reports whether o keeps its idle connections for long, and notes in found for how long that is. Unless somebody sets it,
// that is usual.
func (f *finder) idles(o *pointsto.Object, usual time.Duration, found *Finding) bool {
	if o.Wrote("DisableKeepAlives").NonZero() || o.Wrote("MaxIdleConnsPerHost")&pointsto.Negative != 0 {
		return false
	}
	switch w := o.Wrote("IdleConnTimeout"); {
	case w == 0:
		found.Idle = usual
	case w == pointsto.Positive:
		found.Idle = time.Duration(o.Largest("IdleConnTimeout"))
		return found.Idle >= Long
	case w != pointsto.Zero:
		return false
	}
	return true
}

// A finder keeps what it learns of a package for the next transport.
type finder struct {
	Input
	code    *code                                   // what the source says; nil until somebody asks
	holders map[*pointsto.Object][]*pointsto.Object // what holds an object in a field
	places  []pointsto.Node                         // that outlive calls
	passed  map[*pointsto.Object]bool               // what nobody passes to functions of types that only this package can make
}

// leaks reports whether o, which is made at pos, is left behind by each of many calls.
func (f *finder) leaks(o *pointsto.Object, pos token.Pos) bool {
	if f.code == nil {
		f.code = readCode(f.Pkg, f.Info, f.Files)
	}
	if !f.code.often(pos) || f.code.closesRequests || f.code.isStored(pos) {
		return false
	}
	if f.holders == nil {
		f.findHolders()
		f.findPlaces()
	}
	with := f.with(o)
	return f.sends(with, pos) && !f.kept(with) && !f.closed(with)
}

// findHolders turns fields around.
func (f *finder) findHolders() {
	f.holders = make(map[*pointsto.Object][]*pointsto.Object)
	seen := make(map[*pointsto.Object]bool)
	f.Graph.Objects(func(o *pointsto.Object) {
		if seen[o] {
			return
		}
		seen[o] = true
		o.Fields(func(_ *types.Var, n pointsto.Node) {
			for _, held := range f.Graph.At(n) {
				f.holders[held] = append(f.holders[held], o)
			}
		})
	})
}

// with returns o and all that holds it, directly or not.
func (f *finder) with(o *pointsto.Object) map[*pointsto.Object]bool {
	out := map[*pointsto.Object]bool{o: true}
	for queue := []*pointsto.Object{o}; len(queue) > 0; queue = queue[1:] {
		for _, h := range f.holders[queue[0]] {
			if !out[h] {
				out[h] = true
				queue = append(queue, h)
			}
		}
	}
	return out
}

// sends reports whether a request is sent by one of objects, and no such place is in a loop that goes on for as long as the process and
// that what is made at pos stays outside of.
func (f *finder) sends(objects map[*pointsto.Object]bool, pos token.Pos) bool {
	if f.code.livesOn(pos, pos) {
		return false
	}
	sent := false
	for _, c := range f.Graph.AllCalls() {
		if c.Fn == nil || !catalog.IsRequest(c.Fn.Name()) || !f.holdsAny(c.Recv, objects) {
			continue
		}
		if c.Expr != nil && f.code.livesOn(pos, c.Pos) {
			return false
		}
		sent = true
	}
	return sent
}

// closed reports whether something closes idle connections of one of objects, wherever that is.
func (f *finder) closed(objects map[*pointsto.Object]bool) bool {
	for _, c := range f.Net.Closings() {
		if f.holdsAny(c.Recv, objects) {
			return true
		}
	}
	return false
}

func (f *finder) holdsAny(n pointsto.Node, objects map[*pointsto.Object]bool) bool {
	for o := range objects {
		if n != 0 && f.Graph.Holds(n, o) {
			return true
		}
	}
	return false
}

func deref(t types.Type) types.Type {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		return p.Elem()
	}
	return t
}
