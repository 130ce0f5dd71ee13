package netuse

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// plain tells which transports never see TLS: all URLs that they get begin with http://. For those, TLSHandshakeTimeout limits
// nothing.
//
// What is sent is an argument in the source, so it is read as syntax, by [texts]. Who sends is asked of the graph.
//
// It does not see redirects. A server at http:// may answer with one to https://, which the client follows: this is silent.
type plain struct {
	dials     *dials
	sockets   *sockets
	syntax    *syntax
	left      map[*pointsto.Object]bool       // what other packages get, but for clients and proxies of the standard library
	requests  *pointsto.Index[*pointsto.Call] // by their receivers
	registers *pointsto.Index[*pointsto.Call] // calls of RegisterProtocol, once somebody asks
	outside   *pointsto.Index[*pointsto.Call] // of other packages, by their receivers and arguments, once somebody asks
}

// newPlain notes what leaves the package, except to functions that keep nothing. A client's and a proxy's own fields are not a way out: the
// fields of the standard library's structs are looked at one by one in [plain.only].
func newPlain(s *sockets) *plain {
	g := s.dials.graph
	p := &plain{dials: s.dials, sockets: s, syntax: s.syntax, left: make(map[*pointsto.Object]bool), requests: pointsto.NewIndex[*pointsto.Call](g)}
	for _, c := range g.AllCalls() {
		if c.Expr != nil && c.Fn != nil && sends(c.Fn) {
			p.requests.Add(c.Recv, c)
		}
	}
	for h := range s.dials.graph.Leaving {
		if h.Owner != nil && pointsto.IsStd(h.Pkg) || h.Fn != nil && catalog.OnlyReads(h.Pkg.Path(), pointsto.FuncKey(h.Fn)) {
			continue
		}
		for _, o := range s.dials.graph.At(h.Val) {
			p.left[o] = true
		}
	}
	return p
}

// only reports whether all URLs that the transport o of s gets, of which there are some, begin with http://.
//
//	c := &http.Client{Transport: o}
//	resp, err := c.Get("http://169.254.169.254/latest/" + path)
//
// The senders are o and each client that has it, or that has what wraps it. Every call of a sender must send something plain, and nobody
// else may have one: a client that is returned by an exported function gets URLs that cannot be seen. Another module that gets one must
// get a plain URL with it ([plain.leavesForHTTP]). A reverse proxy sends by o, too, whatever requests come in; for it the functions that
// say where to must be plain ([plain.proxies]). A handler that holds the proxy is handed out as a rule, so what a proxy holds may be
// public, and only a function that returns o itself makes the answer no.
//
// Without a request there is nothing to go by, and only reports false.
func (p *plain) only(s *pointsto.Site) bool {
	o := s.Object()
	senders := p.wrappersOf(o)
	proxied := slices.ContainsFunc(senders, isProxy)
	some, fails := proxied, false
	if proxied {
		for n := range p.dials.results {
			fails = fails || p.dials.graph.Holds(n, o)
		}
	}
	for _, s := range senders {
		switch {
		case isProxy(s):
			fails = fails || !p.proxies(s)
		case !proxied || s != o:
			fails = fails || p.dials.public[s]
		}
	}
	if fails {
		return false
	}
	besides := p.besides(s)
	sent, all := p.sent(senders, func(c *pointsto.Call) sending { return p.sendsPlainly(c, besides) })
	if some = some || sent; !all {
		return false
	}
	for _, s := range senders {
		if isProxy(s) {
			continue
		}
		leaves, all := p.leavesForHTTP(s, besides)
		if some = some || leaves; !all {
			return false
		}
	}
	return some
}

// besides returns what is assigned where s makes its transport, in the same branch: all that is sent by this transport is sent with
// that.
//
//	scheme := "https"
//	if insecure {
//		scheme = "http"
//		client.Transport = &http.Transport{}
//	}
//	resp, err := client.Get(scheme + "://" + host)
//
// Behind the branches it holds to the end of the function, unless the place is given something else. A loop around them, in which the
// transport may be one of an earlier round, is not looked at, which is silent.
func (p *plain) besides(s *pointsto.Site) (known []condition) {
	if s.In() == nil {
		return nil
	}
	body := p.sockets.body(s.In())
	if body == nil {
		return nil
	}
	p.syntax.readFiles()
	var around []ast.Node
	ast.Inspect(body, func(n ast.Node) bool {
		within := n != nil && n.Pos() <= s.Pos && s.Pos < n.End()
		if within {
			around = append(around, n)
		}
		return within && p.syntax.spend(1)
	})
	for i := 1; i < len(around); i++ {
		list := statements(around[i])
		behind := i
		for behind > 0 && isBranching(around[behind-1]) {
			behind--
		}
		if list == nil || behind == i {
			continue
		}
		for _, stmt := range list {
			a, ok := stmt.(*ast.AssignStmt)
			if !ok || a.Tok != token.ASSIGN || len(a.Lhs) != len(a.Rhs) {
				continue
			}
			for j, place := range a.Lhs {
				if !isString(p.syntax.info.TypeOf(place)) {
					continue
				}
				texts, ok := p.syntax.texts.of(a.Rhs[j], newWalk())
				if !ok || len(texts) == 0 || p.syntax.changed(place, a.End()+1, around[i].End()) {
					continue
				}
				known = append(known, condition{place, texts, span{a.End() + 1, around[i].End()}}, condition{place, texts, span{around[behind].End(), body.End()}})
			}
		}
	}
	return append(known, p.results(s, around, known)...)
}

// isBranching reports whether n is an if or a switch, or the block of one.
func isBranching(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.IfStmt, *ast.SwitchStmt, *ast.TypeSwitchStmt:
		return true
	case *ast.BlockStmt:
		return len(n.List) > 0 && isClause(n.List[0])
	}
	return false
}

func isClause(s ast.Stmt) bool {
	_, ok := s.(*ast.CaseClause)
	return ok
}

// isMadeFor reports whether the transport that s makes is made only where the scheme of a URL is http, by the conditions around it or
// around all calls of the function that makes it:
//
//	switch server.Scheme {
//	case "http":
//		client = newClient()
//
// It may go anywhere from there. A scheme may also be that of a proxy, so one with a proxy of its own is left out.
func (p *plain) isMadeFor(s *pointsto.Site) bool {
	if s.In() == nil || p.hasOwnProxy(s.Object()) {
		return false
	}
	p.syntax.readFiles()
	if p.underHTTP(s.Pos) {
		return true
	}
	fn := s.In().Root().Obj()
	if fn == nil || p.syntax.values[fn] || !p.syntax.gifts.onlyCalledHere(fn) || len(p.syntax.callers[fn]) == 0 {
		return false
	}
	return !slices.ContainsFunc(p.syntax.callers[fn], func(c *ast.CallExpr) bool { return !p.underHTTP(c.Pos()) })
}

// underHTTP reports whether a condition around pos says that the scheme of a URL is http.
func (p *plain) underHTTP(pos token.Pos) bool {
	return p.syntax.spend(1+len(p.syntax.conditions.told)/64) && slices.ContainsFunc(p.syntax.conditions.told, func(c condition) bool {
		sel, ok := ast.Unparen(c.expr).(*ast.SelectorExpr)
		return ok && c.has(pos) && sel.Sel.Name == "Scheme" && pointsto.IsType(p.syntax.info.TypeOf(sel.X), "net/url", "URL") &&
			!slices.ContainsFunc(c.texts, func(scheme string) bool { return scheme != "http" }) && c.holds(p.syntax.source, pos)
	})
}

// hasOwnProxy reports whether transport o has another proxy than that of the environment, or may.
func (p *plain) hasOwnProxy(o *pointsto.Object) bool {
	fns, others, known := funcsIn(p.dials.graph, o, "Proxy")
	fromEnvironment := func(fn *types.Func) bool { return isNamedFunc(fn, "net/http", "ProxyFromEnvironment") }
	return len(fns) > 0 || !known || slices.ContainsFunc(others, func(fn *types.Func) bool { return !fromEnvironment(fn) })
}

// sent reports whether senders send something, and whether all of it is as it should be. A RoundTripper of the package that sends what
// it gets adds nothing: what its client sends is asked for.
func (p *plain) sent(senders []*pointsto.Object, ok func(*pointsto.Call) sending) (some, all bool) {
	for _, s := range senders {
		for _, e := range p.requests.At(s) {
			for _, c := range e.Noted {
				how := no
				if p.syntax.spend(1) && len(c.Expr.Args) > 0 {
					how = ok(c)
				}
				some = some || how != passesOn
				if how == no {
					return true, false
				}
			}
		}
	}
	return some, true
}

// A sending says whether what is sent is as it should be.
type sending uint8

const (
	no sending = iota
	yes
	passesOn // it is what was sent to a RoundTripper of the package
)

func when(ok bool) sending {
	if ok {
		return yes
	}
	return no
}

// sendsPlainly reports whether c sends to a URL that begins with http://. In a RoundTripper of the package it is another one's request
// that is sent, to its URL, unless the RoundTripper says where to.
func (p *plain) sendsPlainly(c *pointsto.Call, besides []condition) sending {
	if p.syntax.texts.said(c.Expr.Args[0], isHTTP, besides...) {
		return yes
	}
	in := c.In.Root()
	if in == nil || in.Obj() == nil || in.Obj().Name() != "RoundTrip" || in.Obj().Signature().Recv() == nil {
		return no
	}
	body := p.sockets.body(in)
	if body == nil {
		return no
	}
	if says, _ := p.setsHTTP(body); says {
		return no
	}
	return passesOn
}

// sends reports whether fn is a method that sends a request, by URL or as a *http.Request. RoundTrip and Do count by name,
// whichever interface or type has them, since the caller has made sure that the receiver is one of the senders. What is sent is the
// first argument of each.
func sends(fn *types.Func) bool {
	if fn.Name() == "RoundTrip" || fn.Name() == "Do" {
		return true
	}
	return fn.Pkg() != nil && catalog.EffectOf(fn.Pkg().Path(), pointsto.FuncKey(fn)) == catalog.Request
}

// isPlain reports whether e, a string, a *http.Request or a *url.URL, begins with http://, by all that the source says.
func (p *plain) isPlain(e ast.Expr) bool { return p.syntax.texts.said(e, isHTTP) }

// proxies reports whether the httputil.ReverseProxy h sends http alone: each of its functions that say where to does.
//
//	&httputil.ReverseProxy{Rewrite: func(r *httputil.ProxyRequest) { r.SetURL(to) }}
//
// A proxy from httputil.NewSingleHostReverseProxy sends to the URL that this is given. A Director of the package beside it that says
// nothing else calls the one that was there, or sends nothing.
func (p *plain) proxies(h *pointsto.Object) bool {
	fns, ext, known := funcsIn(p.dials.graph, h, "Director", "Rewrite")
	toHTTP := p.isSingleHost(h)
	if !toHTTP && (!known || len(fns) == 0) || len(ext) > 0 {
		return false
	}
	for _, f := range fns {
		body := p.sockets.body(f)
		if body == nil {
			return false
		}
		if some, all := p.setsHTTP(body); !all || !some && !toHTTP {
			return false
		}
	}
	return true
}

// isSingleHost reports whether proxy h is made for one host, at http://.
func (p *plain) isSingleHost(h *pointsto.Object) bool {
	call, _ := h.FromOutside()
	return call != nil && call.Expr != nil && len(call.Expr.Args) == 1 &&
		isNamedFunc(call.Fn, "net/http/httputil", "NewSingleHostReverseProxy") && p.isPlain(call.Expr.Args[0])
}

// setsHTTP reports whether body gives URLs a scheme, and whether each is http. All URLs in body count, not only that of the request that
// goes out: another URL with the scheme https leaves the finding. Functions that body calls are not read: one that sets another
// scheme is missed, which is silent.
func (p *plain) setsHTTP(body ast.Node) (some, all bool) {
	fails := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for i, e := range n.Lhs {
				sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
				if !ok || len(n.Lhs) != len(n.Rhs) {
					continue
				}
				switch {
				case sel.Sel.Name == "Scheme" && pointsto.IsType(p.syntax.info.TypeOf(sel.X), "net/url", "URL"):
					some = true
					fails = fails || !p.syntax.texts.all(n.Rhs[i], func(scheme string) bool { return scheme == "http" })
				case sel.Sel.Name == "URL" && pointsto.IsType(p.syntax.info.TypeOf(sel.X), "net/http", "Request"):
					some = true
					fails = fails || !p.isPlain(n.Rhs[i])
				}
			}
		case *ast.CallExpr:
			fn := typeutil.StaticCallee(p.syntax.info, n)
			if fn != nil && fn.Pkg() != nil && fn.Pkg().Path() == "net/http/httputil" && pointsto.FuncKey(fn) == "ProxyRequest.SetURL" {
				some = true
				fails = fails || !p.isPlain(n.Args[0])
			}
		}
		return true
	})
	return some, !fails
}
