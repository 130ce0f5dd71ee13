package lambda

import (
	"go/types"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/pointsto"
)

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
