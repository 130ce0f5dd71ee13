package netuse

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// urls tells where requests lead, as far as the source says: whether all that their URLs may be, or may begin with, is ok.
//
// It follows requests and URLs as [texts] does strings, from an expression back to what makes them. Of later writes to a part of a
// value, those of a scheme in the same block are read; others, as `req.URL = other`, are not: this is silent.
type urls struct {
	texts *texts
	ok    func(url string) bool
}

// isHTTP reports whether url, of which the beginning may be all that is known, is one without TLS. In capitals it does not count,
// which leaves the finding.
func isHTTP(url string) bool { return strings.HasPrefix(url, "http://") }

// all reports whether e, a string, a *http.Request or a *url.URL, surely leads where it may. Only the type of e tells which it is.
//
//	req, err := http.NewRequestWithContext(ctx, "PUT", fmt.Sprintf("http://%s/v1", host), nil)
//	to := &url.URL{Scheme: "http", Host: host}
func (u *urls) all(e ast.Expr) bool {
	u.texts.readFiles()
	return u.from(e, newWalk())
}

// from reports the same of an expression that a walk comes to. It follows a variable or a field to all that it is given, and a call to
// what the function returns.
func (u *urls) from(e ast.Expr, w walk) bool {
	if isString(u.texts.info.TypeOf(e)) {
		return u.texts.allFrom(e, w, u.ok)
	}
	if u.texts.isMadeHTTP(e) {
		return u.ok("http://" + further)
	}
	switch x := ast.Unparen(e).(type) {
	case *ast.UnaryExpr:
		return u.from(x.X, w)
	case *ast.CompositeLit:
		return u.literal(x, w)
	case *ast.CallExpr:
		return u.result(x, w)
	case *ast.Ident:
		v, ok := u.texts.info.ObjectOf(x).(*types.Var)
		return ok && u.variable(v, w)
	case *ast.SelectorExpr:
		v, ok := u.texts.info.ObjectOf(x.Sel).(*types.Var)
		if !ok || !v.IsField() {
			return false
		}
		if n := namedType(u.texts.info.TypeOf(x.X)); n != nil && n.Pkg() != nil && catalog.IsWrappedRequest(n.Pkg().Path(), n.Name(), v.Name()) {
			return u.from(x.X, w)
		}
		return u.variable(v, w)
	}
	return false
}

// variable reports whether all that v is given is as it should be, and v is given by this package alone. A variable that the walk has
// seen is being looked at further up: it is given nothing new by itself, as in `req = req.WithContext(ctx)`.
func (u *urls) variable(v *types.Var, w walk) bool {
	if w = w.at(v); !w.first(v.Origin()) {
		return true
	}
	given, known := u.texts.given(v, w)
	return known && len(given) > 0 && !slices.ContainsFunc(given, func(g gift) bool { return g.e == nil || !u.from(g.e, g.at) })
}

// literal reads a literal of a http.Request or a url.URL. A request's URL decides, and a URL's scheme and host. A literal without keys,
// or without those, is not known: the field may be set later.
func (u *urls) literal(lit *ast.CompositeLit, w walk) bool {
	var scheme, host ast.Expr
	for _, elt := range lit.Elts {
		kv, ok := elt.(*ast.KeyValueExpr)
		if !ok {
			return false
		}
		switch id, _ := kv.Key.(*ast.Ident); {
		case id == nil:
			return false
		case id.Name == "URL":
			return u.from(kv.Value, w)
		case id.Name == "Scheme":
			scheme = kv.Value
		case id.Name == "Host":
			host = kv.Value
		}
	}
	return scheme != nil && u.built(scheme, host, w)
}

// built reports whether URLs with that scheme are as they should be, and with that host, unless it is nil. Of a scheme, the whole must
// be known: behind one that is only begun stands the mark [further], and not a colon.
func (u *urls) built(scheme, host ast.Expr, w walk) bool {
	schemes, known := u.texts.of(scheme, w)
	if !known || len(schemes) == 0 {
		return false
	}
	rest := []string{"://" + further}
	if host != nil {
		if hosts, ok := u.texts.of(host, w); ok && len(hosts) > 0 {
			rest = join([]string{"://"}, hosts)
		}
	}
	return !slices.ContainsFunc(join(schemes, rest), func(url string) bool { return !u.ok(url) })
}

// result reads a call that returns a request or a URL: functions that the catalog knows by what they are given, and those of the package
// by their return statements. Of several results the first one counts. A nil there stands beside an error, and nobody sends it.
//
//	func newRequest(path string) (*http.Request, error) {
//		if path == "" {
//			return nil, errEmpty
//		}
//		return http.NewRequest("GET", "http://localhost/"+path, nil)
//	}
//
// Without a return statement that has results there is nothing to read: a bare return of named results makes the answer no. A function
// that the walk has seen returns nothing new by itself.
func (u *urls) result(call *ast.CallExpr, w walk) bool {
	fn := typeutil.StaticCallee(u.texts.info, call)
	if fn == nil || fn.Pkg() == nil {
		return false
	}
	if arg, ok := catalog.URLArg(fn.Pkg().Path(), pointsto.FuncKey(fn)); ok {
		if arg == catalog.Receiver {
			sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
			return ok && u.from(sel.X, w)
		}
		return arg < len(call.Args) && u.from(call.Args[arg], w)
	}
	if w = w.into(fn.Origin(), call); !w.first(fn.Origin()) {
		return true
	}
	some := false
	for _, r := range u.texts.returns[fn.Origin()] {
		if len(r.Results) == 0 {
			return false
		}
		if u.texts.info.Types[r.Results[0]].IsNil() {
			continue // beside an error
		}
		if !u.from(r.Results[0], w) {
			return false
		}
		some = true
	}
	return some
}

// noteScheme notes that s, in a block that ends there, assigns the scheme of a URL.
func (b *texts) noteScheme(s ast.Stmt, end token.Pos) {
	a, ok := s.(*ast.AssignStmt)
	if !ok || len(a.Lhs) != len(a.Rhs) {
		return
	}
	for i, e := range a.Lhs {
		if sel, ok := ast.Unparen(e).(*ast.SelectorExpr); ok && sel.Sel.Name == "Scheme" && pointsto.IsType(b.info.TypeOf(sel.X), "net/url", "URL") {
			b.schemes = append(b.schemes, condition{sel.X, []string{b.constant(a.Rhs[i])}, a.End(), end})
		}
	}
}

// isMadeHTTP reports whether e, a request or a URL, has been given the scheme http, and no other one since.
//
//	r.URL.Scheme = "http"
//	resp, err := client.Do(r)
func (b *texts) isMadeHTTP(e ast.Expr) bool {
	of := func(c condition) bool {
		if pointsto.SamePlace(b.info, c.expr, e) {
			return true
		}
		sel, ok := ast.Unparen(c.expr).(*ast.SelectorExpr)
		return ok && sel.Sel.Name == "URL" && pointsto.SamePlace(b.info, sel.X, e)
	}
	return slices.ContainsFunc(b.schemes, func(c condition) bool {
		if c.texts[0] != "http" || e.Pos() < c.from || c.to <= e.Pos() || !of(c) || b.changed(c.expr, c.from, e.Pos()) {
			return false
		}
		return !slices.ContainsFunc(b.schemes, func(other condition) bool {
			return other.texts[0] != "http" && c.from < other.from && other.from <= e.Pos() && of(other)
		})
	})
}
