package lambda

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/netuse"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// requests tell which of the requests that a package sends stay on this machine, and which ones net/http repeats by itself.
type requests struct {
	g       *pointsto.Graph
	net     *netuse.Result
	callsOn map[*pointsto.Object][]*pointsto.Call
	local   map[token.Pos]bool        // calls of http.Get and its like that stay on this machine
	stays   map[*pointsto.Object]bool // clients that stay local, as far as was asked
}

// newRequests finds the calls that stay on this machine.
func newRequests(in Input, x *index) *requests {
	s := &requests{in.Graph, in.Net, x.callsOn, make(map[token.Pos]bool), make(map[*pointsto.Object]bool)}
	// A function that asks for this variable talks to the runtime in its own sandbox, which freezes and thaws along with it. That is
	// told by the function, not by the value: another request that it sends is taken for a local one, and is not reported.
	runtimeAPI := make(map[*pointsto.Function]bool) // functions that ask where the runtime is
	for _, c := range in.Graph.Calls() {
		if in.Net.Text(c) == "AWS_LAMBDA_RUNTIME_API" {
			runtimeAPI[c.In] = true
		}
	}
	for _, c := range in.Graph.Calls() {
		if c.Fn.Pkg().Path() == "net/http" && (catalog.IsLocal(in.Net.Text(c)) || runtimeAPI[c.In]) {
			s.local[c.Pos] = true
		}
	}
	return s
}

// staysLocal reports whether all that the client sends is seen to go to this machine: rule 8. Extensions of a Lambda function listen in
// the same sandbox, and freeze and thaw along with it, so that their connections are not lost.
//
//	client.Get("http://localhost:2773/secretsmanager/get?secretId=" + id)
//
// A client that is not seen to send anything does not stay local: it may send in another package. One request to another host, or to a
// URL whose beginning is not a constant, is enough to have it reported. Requests of Do are told by what the source says of their URLs, or
// by the call that made them.
func (s *requests) staysLocal(client *pointsto.Object) bool {
	is, known := s.stays[client]
	if !known {
		is = s.sendsLocally(client)
		s.stays[client] = is
	}
	return is
}

func (s *requests) sendsLocally(client *pointsto.Object) bool {
	sends := false
	for _, c := range s.callsOn[client] {
		switch key := pointsto.FuncKey(c.Fn); {
		case catalog.EffectOf(c.Fn.Pkg().Path(), key) == catalog.Request:
			if !s.local[c.Pos] && !s.net.SendsTo(c, catalog.IsLocal) {
				return false
			}
			sends = true
		case key == "Client.Do" && s.net.SendsTo(c, catalog.IsLocal):
			sends = true
		case key == "Client.Do":
			for _, req := range s.g.At(c.Args[0]) {
				made, _ := req.FromOutside()
				if made == nil || !s.local[made.Pos] {
					return false
				}
				sends = true
			}
		}
	}
	return sends
}

// isSafe reports whether net/http by itself repeats the requests that the method or function of that name sends. It only orders the uses of
// a pool, and chooses words; it excuses nothing.
func isSafe(name string) bool { return name == "Get" || name == "Head" }

// readsOnly reports whether f, or any function if f is nil, sends requests by what recv holds, and all of them are safe. One that it
// cannot see sent elsewhere is not counted; a request that it cannot tell is not safe.
func (s *requests) readsOnly(f *pointsto.Function, recv pointsto.Node) bool {
	sent := false
	for _, o := range s.g.At(recv) {
		for _, c := range s.callsOn[o] {
			if f != nil && c.In != f || !s.g.Spend(1) {
				continue
			}
			sends, safe := s.sends(c)
			if sends && !safe {
				return false
			}
			sent = sent || sends
		}
	}
	return sent
}

// sends reports whether c sends a request by a client, and whether that is safe.
func (s *requests) sends(c *pointsto.Call) (sends, safe bool) {
	switch key := pointsto.FuncKey(c.Fn); {
	case key == "Client.Do":
		return true, s.isRead(c.Args[0])
	case catalog.EffectOf(c.Fn.Pkg().Path(), key) == catalog.Request:
		return true, isSafe(c.Fn.Name())
	}
	return false, false
}

// firstUnsafe returns where f first sends a request that is not safe by client v of another package, as the source has it, or else pos,
// where it refers to v first.
//
//	http.DefaultClient.Do(req)
func (s *requests) firstUnsafe(f *pointsto.Function, v *types.Var, pos token.Pos) token.Pos {
	first := token.NoPos
	for _, o := range s.g.At(s.g.Var(v)) {
		for _, c := range s.callsOn[o] {
			if c.In != f || c.Expr == nil || !s.g.Spend(1) {
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
			if sends, safe := s.sends(c); sends && !safe {
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
func (s *requests) isRead(req pointsto.Node) bool {
	objects := s.g.At(req)
	for _, o := range objects {
		c, _ := o.FromOutside()
		if c == nil || c.Fn.Pkg().Path() != "net/http" || !strings.HasPrefix(c.Fn.Name(), "NewRequest") {
			return false
		}
		if !slices.ContainsFunc(s.net.Strings(c), func(method string) bool { return method == "GET" || method == "HEAD" }) {
			return false
		}
	}
	return len(objects) > 0
}
