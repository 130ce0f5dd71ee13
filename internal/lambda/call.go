package lambda

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// passesClient reports whether the call is given an HTTP client or transport, as it is or in something. The fact of a constructor that
// falls back on a client of its own has that client, whoever calls it. It does not say that it is for nil alone:
//
//	func New(c *http.Client) *API {
//		if c == nil {
//			c = &http.Client{Transport: &http.Transport{}}
//		}
//		...
//
// So a caller that passes one is not told of the fallback. A constructor that uses both errs on the side of silence.
func (p *program) passesClient(call *pointsto.Call) bool {
	g := p.in.Graph
	seen := make(map[*pointsto.Object]bool)
	var leads func(objects []*pointsto.Object) bool
	leads = func(objects []*pointsto.Object) bool {
		for _, o := range objects {
			if seen[o] || !p.step() {
				continue
			}
			seen[o] = true
			inner, _ := o.FromOutside()
			if o.Site() != nil || (inner != nil || o.Variable() != nil) && isClientType(o.Type()) {
				return true
			}
			found := false
			o.Fields(func(_ *types.Var, n pointsto.Node) { found = found || leads(g.At(n)) })
			if inner != nil {
				for _, a := range inner.Args {
					found = found || leads(g.At(a))
				}
			}
			if found {
				return true
			}
		}
		return false
	}
	for _, a := range call.Args {
		if leads(g.At(a)) {
			return true
		}
	}
	return false
}

// chooses reports whether the package passes a client to call, or changes what it returned.
func (p *program) chooses(call *pointsto.Call) bool {
	is, known := p.chosen[call]
	if !known {
		is = p.reconfigures(call) || p.passesClient(call)
		p.chosen[call] = is
	}
	return is
}

// mayRegister reports whether method fn may retain what it is given. Of the standard library's methods, those of a few types do.
func mayRegister(fn *types.Func) bool {
	if !pointsto.IsStd(fn.Pkg()) {
		return true
	}
	return catalog.Has(fn.Pkg().Path(), catalog.Registers) || catalog.EffectOf(fn.Pkg().Path(), pointsto.FuncKey(fn)) == catalog.Registered
}

// asksContainer reports whether c is a call of a container's function: what it returns is the container's.
func asksContainer(c *pointsto.Call) bool {
	return c.Fn != nil && c.Fn.Pkg() != nil && catalog.FindContainer(c.Fn.Pkg().Path()) != nil
}

// isShared reports whether what c gives to a container of package sync comes back in later invocations. Other containers only hold it. What
// is put into a list in each invocation, and never taken out, is not used twice, so it is a leak and not a client that outlives. A
// container of package sync from which nothing is loaded is like a list; see testdata/lambda/lifetime/synccontainers.
func (p *program) isShared(c *pointsto.Call) bool {
	if !sharesKept(c.Fn.Pkg().Path()) {
		return false
	}
	for _, o := range p.in.Graph.At(c.Recv) {
		for _, other := range p.callsOn[o] {
			switch other.Fn.Name() {
			case "Load", "LoadOrStore", "LoadAndDelete", "Range", "Get", "Swap":
				return true
			}
		}
	}
	return false
}

func sharesKept(path string) bool { return path == "sync" || path == "sync/atomic" }

// sendsByDefault reports whether fn is a function of net/http that sends requests by http.DefaultClient.
func sendsByDefault(fn *types.Func) bool {
	return catalog.EffectOf(fn.Pkg().Path(), pointsto.FuncKey(fn)) == catalog.Sends
}

// isSafe reports whether net/http by itself repeats the requests that the method or function of that name sends. It only orders the uses of
// a pool, and chooses words; it excuses nothing.
func isSafe(name string) bool { return name == "Get" || name == "Head" }

// readsOnly reports whether f, or any function if f is nil, sends requests by what recv holds, and all of them are safe. One that it
// cannot see sent elsewhere is not counted; a request that it cannot tell is not safe.
func (p *program) readsOnly(f *pointsto.Function, recv pointsto.Node) bool {
	sent := false
	for _, o := range p.in.Graph.At(recv) {
		for _, c := range p.callsOn[o] {
			if f != nil && c.In != f || !p.step() {
				continue
			}
			sends, safe := p.sends(c)
			if sends && !safe {
				return false
			}
			sent = sent || sends
		}
	}
	return sent
}

// sends reports whether c sends a request by a client, and whether that is safe.
func (p *program) sends(c *pointsto.Call) (sends, safe bool) {
	switch key := pointsto.FuncKey(c.Fn); {
	case key == "Client.Do":
		return true, p.isRead(c.Args[0])
	case catalog.EffectOf(c.Fn.Pkg().Path(), key) == catalog.Request:
		return true, isSafe(c.Fn.Name())
	}
	return false, false
}

// firstUnsafe returns where f first sends a request that is not safe by client v of another package, as the source has it, or else pos,
// where it refers to v first.
//
//	http.DefaultClient.Do(req)
func (p *program) firstUnsafe(f *pointsto.Function, v *types.Var, pos token.Pos) token.Pos {
	first := token.NoPos
	for _, o := range p.in.Graph.At(p.in.Graph.Var(v)) {
		for _, c := range p.callsOn[o] {
			if c.In != f || c.Expr == nil || !p.step() {
				continue
			}
			method, ok := ast.Unparen(c.Expr.Fun).(*ast.SelectorExpr)
			if !ok {
				continue
			}
			client, ok := ast.Unparen(method.X).(*ast.SelectorExpr)
			if !ok || client.Sel.Name != v.Name() || first.IsValid() && first < client.Sel.Pos() {
				continue
			}
			if sends, safe := p.sends(c); sends && !safe {
				first = client.Sel.Pos()
			}
		}
	}
	if first.IsValid() {
		return first
	}
	return pos
}

// isRead reports whether all requests that req holds are seen to be GET or HEAD.
func (p *program) isRead(req pointsto.Node) bool {
	objects := p.in.Graph.At(req)
	for _, o := range objects {
		c, _ := o.FromOutside()
		if c == nil || c.Fn.Pkg().Path() != "net/http" || !strings.HasPrefix(c.Fn.Name(), "NewRequest") {
			return false
		}
		if !slices.ContainsFunc(p.in.Net.Strings(c), func(s string) bool { return s == "GET" || s == "HEAD" }) {
			return false
		}
	}
	return len(objects) > 0
}

// isRoundTrip reports whether f is, or is a part of, the method of an http.RoundTripper, or a function that is made one. A literal, or an
// unexported function that is used as a value, is told by its signature alone, as it may be converted to a function type that has the
// method.
func isRoundTrip(f *pointsto.Function) bool {
	for ; f != nil; f = f.Parent() {
		sig := f.Signature()
		isOne := f.Obj() == nil || f.Obj().Name() == "RoundTrip" || sig.Recv() == nil && f.Referred() && !f.Obj().Exported()
		if isOne && sig.Params().Len() == 1 && sig.Results().Len() == 2 && sig.Params().At(0).Type().String() == "*net/http.Request" {
			return true
		}
	}
	return false
}

func isProxyMethod(fn *types.Func) bool {
	return fn.Name() == "ServeHTTP" && isProxy(recvType(fn))
}

// isProxy reports whether t is httputil.ReverseProxy, or a pointer to it.
func isProxy(t types.Type) bool {
	if ptr, ok := types.Unalias(t).(*types.Pointer); ok {
		t = ptr.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	return ok && n.Obj().Name() == "ReverseProxy" && n.Obj().Pkg().Path() == "net/http/httputil"
}

// isClientType reports whether t is http.Client or http.Transport.
func isClientType(t types.Type) bool {
	n, ok := types.Unalias(t).(*types.Named)
	return ok && n.Obj().Pkg() != nil && (ofHTTP(n.Obj(), "Client") || ofHTTP(n.Obj(), "Transport"))
}

func recvType(fn *types.Func) types.Type {
	if r := fn.Signature().Recv(); r != nil {
		return r.Type()
	}
	return types.Typ[types.Invalid]
}
