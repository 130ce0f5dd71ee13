// Package leak finds transports that are made on every call and left behind with their idle connections.
//
//	func fetch(w http.ResponseWriter, r *http.Request) {
//		c := &http.Client{Transport: &http.Transport{}}
//		resp, err := c.Get(url)
//		...
//	} // the connection stays in the pool of a transport that nobody has
//
// A transport leaks if all of this holds. Where one of it is not sure, nothing is said.
//
//  1. It is a literal of http.Transport, or a copy of one or of http.DefaultTransport, in a function that runs more than once.
//  2. A request is sent by it.
//  3. Nothing that outlives the call holds it: no variable of a package, no value from outside, no function that is kept, and no
//     code of another package. Functions of the package may return it to callers that drop it.
//  4. Nothing closes its idle connections, and keep-alives are on.
//  5. It keeps idle connections without limit, or for a constant time that is long.
//
// It is a client of the points-to analysis, as netuse is, and runs after that. leak.go has the rules, code.go answers how often a
// function runs (rule 1) from what reader.go reads in the syntax, and kept.go what outlives a call (rule 3) from the graph.
//
// It errs towards silence: whatever may keep a transport counts as keeping it, and a function of which nobody knows how often it
// runs runs once. A false finding needs a guess of the catalog to be wrong, such as an exported function that in fact is called
// once ([code.isEntry]), or a call that the points-to analysis does not see.
package leak

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"
	"time"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/netuse"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// Rule is the name of the rule.
const Rule = "leak"

// long is how long idle connections must stay for a transport with an IdleConnTimeout to count.
const long = time.Minute

// An Input is a package that has been analyzed by pointsto and netuse, in this order: Find reads the circumstances of the sites.
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
	Site     *pointsto.Site // nil for a copy
	Own      bool           // it is a copy of a transport that the package makes, and not of http.DefaultTransport
	Idle     time.Duration  // how long its connections stay; 0 is forever
	Explicit bool           // the IdleConnTimeout was set, to zero if Idle is 0
}

// Find returns the transports that leak: the literals in the order of the source, then the copies likewise, unless their original does. The cheap questions
// about the value itself come before those about the source and the graph.
//
// A site that escapes is left out: its fields may be anything. So is one that is made for want of http.DefaultTransport, that only
// makes single connections or such with a deadline, or that ends with its program. A copy has no site, since the package does not write its type:
//
//	t := http.DefaultTransport.(*http.Transport).Clone()
func Find(in Input) []Finding {
	f := &finder{Input: in}
	var out []Finding
	for _, s := range in.Sites {
		if s.In() == nil || !pointsto.IsType(s.Object().Type(), "net/http", "Transport") {
			continue
		}
		found := Finding{Pos: s.Pos, End: s.End, Site: s, Explicit: s.Writes["IdleConnTimeout"] != 0}
		if !f.isExcused(s) && f.idles(s.Object(), 0, &found) && f.leaks(s.Object(), s.Pos) {
			out = append(out, found)
		}
	}
	for _, c := range in.Graph.AllCalls() {
		if c.Expr == nil || c.In == nil || len(c.Results) != 1 || !netuse.IsClone(c) {
			continue
		}
		if own, ok := f.copyOfOwn(c); ok && !slices.ContainsFunc(out, func(l Finding) bool { return f.isOf(l.Site, c) }) {
			out = append(out, own)
		}
		for _, o := range in.Graph.At(c.Results[0]) {
			found := Finding{Pos: c.Expr.Pos(), End: c.Expr.End(), Explicit: o.Wrote("IdleConnTimeout") != 0}
			if netuse.IsDefaultTransport(o) && f.idles(o, netuse.DefaultIdle, &found) && !in.Net.Expires(o) && f.leaks(o, found.Pos) {
				out = append(out, found)
			}
		}
	}
	return out
}

// isExcused reports whether the idle connections of a site do not count, whatever becomes of it.
func (f *finder) isExcused(s *pointsto.Site) bool {
	return s.Escapes || f.Net.HandsOutOthers(s) || slices.ContainsFunc([]catalog.Test{catalog.Fallback, catalog.NoPool, catalog.ConnsExpire, catalog.ConnsClosed, catalog.Brief, catalog.ByProtocol, catalog.NeverConnects},
		func(t catalog.Test) bool { return s.Circumstances[t] })
}

// isOf reports whether c copies what s makes.
func (f *finder) isOf(s *pointsto.Site, c *pointsto.Call) bool {
	return s != nil && f.Graph.Holds(c.Recv, s.Object())
}

// copyOfOwn returns the finding about the copy that c makes, if it copies nothing but transports that the package makes, and leaks.
//
//	t := s.base.Clone() // s.base is kept, and t is not
func (f *finder) copyOfOwn(c *pointsto.Call) (Finding, bool) {
	found := Finding{Pos: c.Expr.Pos(), End: c.Expr.End(), Own: true}
	for _, o := range f.Graph.At(c.Recv) {
		if s := o.Site(); s == nil && !isUnexported(o) || s != nil && f.isExcused(s) {
			return found, false
		}
	}
	var copies []*pointsto.Object
	for _, o := range f.Graph.At(c.Results[0]) {
		if original, by := o.CopyOf(); by == c {
			if !f.copyIdles(o, original, &found) {
				return found, false
			}
			copies = append(copies, o)
		}
	}
	leaks := func(o *pointsto.Object) bool { return f.leaks(o, found.Pos) }
	return found, len(copies) > 0 && !slices.ContainsFunc(copies, func(o *pointsto.Object) bool { return !leaks(o) })
}

// isUnexported reports whether o stands for what a field holds that only this package can fill: there is nothing else in it than what
// is known. So it is where a value of the package's type comes in from outside.
func isUnexported(o *pointsto.Object) bool {
	from, outside := o.Entrance()
	return outside && strings.HasPrefix(from.Of, "type ") && from.Path != "" && !strings.Contains(from.Path, ".") && !token.IsExported(from.Path)
}

// copyIdles is what idles is for a copy. What is written to that counts as written to the original, too, so nothing is known of a copy
// to which no IdleConnTimeout is written if one is to another copy.
func (f *finder) copyIdles(o, original *pointsto.Object, found *Finding) bool {
	if o.Wrote("IdleConnTimeout") != 0 {
		found.Explicit = true
		return keepsAlive(original) && f.idleTime(o, 0, found)
	}
	tuned := false
	f.Graph.Objects(func(x *pointsto.Object) {
		of, _ := x.CopyOf()
		tuned = tuned || of == original && x.Wrote("IdleConnTimeout") != 0
	})
	found.Explicit = original.Wrote("IdleConnTimeout") != 0
	return !tuned && f.idles(original, 0, found)
}

// idles reports whether o keeps its idle connections for long, and notes in found for how long that is. Unless somebody sets it,
// that is usual: forever for a literal, and netuse.DefaultIdle for a copy. This is rules 4 and 5 as far as fields decide.
//
// A time that is positive, and a constant, is compared with [long]. Zero, written out, is forever. If more than one kind of value
// was written, or one that is not known, the answer is false. For DisableKeepAlives it is false if it may be true.
func (f *finder) idles(o *pointsto.Object, usual time.Duration, found *Finding) bool {
	return keepsAlive(o) && f.idleTime(o, usual, found)
}

func keepsAlive(o *pointsto.Object) bool {
	return !o.Wrote("DisableKeepAlives").NonZero() && o.Wrote("MaxIdleConnsPerHost")&pointsto.Negative == 0
}

// idleTime is the part of idles that is about the time.
func (f *finder) idleTime(o *pointsto.Object, usual time.Duration, found *Finding) bool {
	switch w := o.Wrote("IdleConnTimeout"); {
	case w == 0:
		found.Idle = usual
	case w == pointsto.Positive:
		found.Idle = time.Duration(o.Largest("IdleConnTimeout"))
		return found.Idle >= long
	case w != pointsto.Zero:
		return false
	}
	return true
}

// A finder keeps what it learns of a package for the next transport. Most packages have no transport that passes idles, and for
// them neither the source is read nor the graph turned around.
type finder struct {
	Input
	code     *code                           // what the source says; nil until somebody asks
	kept     *pointsto.Index[pointsto.Node]  // places that outlive calls
	requests *pointsto.Index[*pointsto.Call] // by their receivers
	closings *pointsto.Index[bool]           // what is closed
	passed   map[*pointsto.Object]bool       // what nobody passes to functions of types that only this package can make or call
	proxies  map[*pointsto.Object]bool       // what calls of httputil.NewSingleHostReverseProxy return
}

// leaks reports whether o, which is made at pos, is left behind by each of many calls: rules 1 to 4.
//
// A package that closes connections by its requests (`req.Close = true`) is silent as a whole, since which request goes through
// which transport is not followed. A transport that is put into a container where it is made is silent, too: the container may be a
// cache.
//
// Rules 2 to 4 look at o together with all that holds it: what keeps or closes a client keeps or closes its transport.
func (f *finder) leaks(o *pointsto.Object, pos token.Pos) bool {
	if f.code == nil {
		f.code = readCode(f.Pkg, f.Info, f.Files)
	}
	if !f.code.often(pos) || f.code.closesRequests || f.code.isStored(pos) {
		return false
	}
	if f.kept == nil {
		f.findPlaces()
		f.findCalls()
	}
	with := f.with(o)
	return f.sends(with, pos) && !slices.ContainsFunc(with, f.isForeign) && !slices.ContainsFunc(with, f.kept.Has) && !slices.ContainsFunc(with, f.closings.Has)
}

// findCalls finds the calls that send requests, close idle connections, or make proxies.
//
// Requests count by the name of the method (catalog.IsRequest), whatever type or interface has it. Unlike netuse, which wants to be sure
// that a transport is always closed, a single call under any condition is enough here: rule 4 is about transports that nobody closes.
func (f *finder) findCalls() {
	f.requests, f.closings = pointsto.NewIndex[*pointsto.Call](f.Graph), pointsto.NewIndex[bool](f.Graph)
	f.proxies = make(map[*pointsto.Object]bool)
	for _, c := range f.Graph.AllCalls() {
		if c.Fn != nil && catalog.IsRequest(c.Fn.Name()) {
			f.requests.Add(c.Recv, c)
		}
	}
	for _, c := range f.Net.Closings() {
		f.closings.Add(c.Recv, true)
	}
	for _, c := range f.Graph.Calls() {
		if c.Fn.Name() == "NewSingleHostReverseProxy" && len(c.Results) == 1 {
			for _, o := range f.Graph.At(c.Results[0]) {
				f.proxies[o] = true
			}
		}
	}
}

// with returns o and all that holds it, directly or not: the client of a transport, the struct that has the client. Objects stand
// for all values that an expression makes, so a struct that is kept once keeps the transports of all: this is silent.
func (f *finder) with(o *pointsto.Object) []*pointsto.Object {
	seen := map[*pointsto.Object]bool{o: true}
	looked := make(map[*pointsto.Entry[*pointsto.Object]]bool)
	out := []*pointsto.Object{o}
	for i := 0; i < len(out); i++ {
		for _, e := range f.Graph.Holders().At(out[i]) {
			if looked[e] || !f.Graph.Spend(1+len(e.Noted)) {
				continue
			}
			looked[e] = true
			for _, h := range e.Noted {
				if !seen[h] {
					seen[h] = true
					out = append(out, h)
				}
			}
		}
	}
	return out
}

// sends reports whether a request is sent by one of objects, and no such place is in a loop that goes on for as long as the process
// and that what is made at pos stays outside of.
//
//	c := &http.Client{Transport: &http.Transport{}} // one for the loop
//	for {
//		c.Get(url)
//		time.Sleep(time.Minute)
//	}
//
// A transport that sends nothing has no connections to leave.
func (f *finder) sends(objects []*pointsto.Object, pos token.Pos) bool {
	if f.code.livesOn(pos, pos) {
		return false
	}
	looked := make(map[*pointsto.Entry[*pointsto.Call]]bool)
	for _, o := range objects {
		for _, e := range f.requests.At(o) {
			if looked[e] || !f.Graph.Spend(1+len(e.Noted)) {
				continue
			}
			looked[e] = true
			if slices.ContainsFunc(e.Noted, func(c *pointsto.Call) bool { return c.Expr != nil && f.code.livesOn(pos, c.Pos) }) {
				return false
			}
		}
	}
	return len(looked) > 0
}
