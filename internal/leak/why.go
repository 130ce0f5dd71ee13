package leak

import (
	"go/token"
	"slices"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// A Reason is a part of why a transport leaks, or does not.
type Reason struct {
	Says string
	Pos  token.Pos // it may be none
}

// An Answer says whether a transport leaks, and why.
type Answer struct {
	Leaks   bool
	Says    string          // why not
	Reasons []Reason        // what that rests on
	Way     []pointsto.Step // how it comes to where it is kept
}

// Why says why the transport that s makes leaks, or the first of the rules by which it does not. It needs pointsto's Input.Explain.
func Why(in Input, s *pointsto.Site) Answer {
	f := &finder{Input: in}
	o := s.Object()
	switch found := (Finding{}); {
	case s.In() == nil:
		return Answer{Says: "it is made once, with the package"}
	case s.Escapes:
		return Answer{Says: "code that cannot be seen may keep it, or another value takes its place"}
	case s.Circumstances[catalog.Fallback], s.Circumstances[catalog.NoPool], s.Circumstances[catalog.Brief]:
		return Answer{Says: "its idle connections do not matter"}
	case f.Net.HandsOutOthers(s):
		return Answer{Says: "its dial function hands out connections that somebody else made"}
	case !f.idles(o, 0, &found):
		return Answer{Says: "its idle connections do not stay for long, or need not"}
	}
	f.code = readCode(f.Pkg, f.Info, f.Files)
	at := call{in: f.code.at(s.Pos), pos: s.Pos}
	switch {
	case !f.code.again(at):
		return Answer{Says: "nothing that is seen runs the code that makes it again and again"}
	case f.code.closesRequests:
		return Answer{Says: "requests of the package ask for their connection to be closed"}
	case f.code.isStored(s.Pos):
		return Answer{Says: "it is put into a container, which may be a cache"}
	}
	f.findPlaces()
	f.findCalls()
	with := f.with(o)
	if sent := f.sent(with); sent == token.NoPos || !f.sends(with, s.Pos) {
		return Answer{Says: "no request is seen that is sent by it and that it is made for alone"}
	}
	if slices.ContainsFunc(with, f.isForeign) || slices.ContainsFunc(with, f.kept.Has) {
		return f.whyKept(o, with)
	}
	for _, c := range f.Net.Closings() {
		if f.holdsAny(c.Recv, with) {
			return Answer{Says: "its idle connections are closed", Reasons: []Reason{{"CloseIdleConnections is called", c.Pos}}}
		}
	}
	reasons := append(f.code.whyAgain(at, make(map[*function]bool)), Reason{"a request is sent by it", f.sent(with)})
	return Answer{Leaks: true, Reasons: reasons}
}

// sent returns where a request is sent by one of objects.
func (f *finder) sent(objects []*pointsto.Object) token.Pos {
	for _, c := range f.Graph.AllCalls() {
		if c.Fn != nil && catalog.IsRequest(c.Fn.Name()) && c.Pos.IsValid() && f.holdsAny(c.Recv, objects) {
			return c.Pos
		}
	}
	return token.NoPos
}

// whyKept says what keeps o, which with holds.
func (f *finder) whyKept(o *pointsto.Object, with []*pointsto.Object) Answer {
	for _, h := range with {
		keeps := f.kept.At(h)
		if len(keeps) == 0 {
			continue
		}
		way := f.Graph.Path(h, keeps[0].Noted[0])
		if h == o {
			return Answer{Says: "it may be kept", Way: way}
		}
		return Answer{Says: "something that has it may be kept", Reasons: []Reason{{"this has it", h.Pos()}}, Way: way}
	}
	return Answer{Says: "a value has it that comes from outside, or is of another package's type"}
}

// holdsAny reports whether n holds one of objects.
func (f *finder) holdsAny(n pointsto.Node, objects []*pointsto.Object) bool {
	return slices.ContainsFunc(objects, func(o *pointsto.Object) bool { return f.Graph.Holds(n, o) })
}
