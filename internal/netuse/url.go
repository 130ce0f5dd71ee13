package netuse

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// What follows makes [texts] know requests and URLs by the texts of their URLs:
//
//	req, err := http.NewRequestWithContext(ctx, "PUT", fmt.Sprintf("http://%s/v1", host), nil) // begins with http://
//	to := &url.URL{Scheme: "http", Host: host}                                                 // likewise
//
// Functions that make and change them are in the catalog, by the argument that says where the result leads. Of later writes to a part
// of a value, those of a scheme in the same block are read; others, as `req.URL = other`, are not: this is silent.

// isHTTP reports whether url, of which the beginning may be all that is known, is one without TLS. In capitals it does not count,
// which leaves the finding.
func isHTTP(url string) bool { return strings.HasPrefix(url, "http://") }

// ofLiteral returns the URLs of a literal of a http.Request or a url.URL. A request's URL decides, and a URL's scheme and host. A
// literal without keys, or without those, is not known: the field may be set later.
func (t *texts) ofLiteral(lit *ast.CompositeLit, w walk) (list []string, known bool) {
	typ := t.info.TypeOf(lit)
	isRequest := pointsto.IsType(typ, "net/http", "Request")
	if !isRequest && !pointsto.IsType(typ, "net/url", "URL") {
		return nil, false
	}
	var scheme, host ast.Expr
	for _, elt := range lit.Elts {
		kv, ok := elt.(*ast.KeyValueExpr)
		if !ok {
			return nil, false
		}
		switch id, _ := kv.Key.(*ast.Ident); {
		case id == nil:
			return nil, false
		case isRequest && id.Name == "URL":
			return t.of(kv.Value, w)
		case id.Name == "Scheme":
			scheme = kv.Value
		case id.Name == "Host":
			host = kv.Value
		}
	}
	if isRequest || scheme == nil {
		return nil, false
	}
	return t.built(scheme, host, w)
}

// built returns the URLs with that scheme, and with that host, unless it is nil. Of a scheme, the whole must be known: behind one that is
// only begun stands the mark [further], and not a colon.
func (t *texts) built(scheme, host ast.Expr, w walk) (list []string, known bool) {
	schemes, known := t.of(scheme, w)
	if !known {
		return nil, false
	}
	rest := []string{"://" + further}
	if host != nil {
		if hosts, ok := t.of(host, w); ok && len(hosts) > 0 {
			rest = nil
			for _, h := range hosts {
				rest = append(rest, "://"+strings.TrimSuffix(h, further)+further)
			}
		}
	}
	return join(schemes, rest), true
}

// ofMade returns the URLs of what call returns, and whether the catalog knows the function, by package and key.
func (t *texts) ofMade(call *ast.CallExpr, key, pkg string, w walk) (list []string, known, cataloged bool) {
	arg, ok := catalog.URLArg(pkg, key)
	if !ok {
		return nil, false, false
	}
	if arg == catalog.Receiver {
		sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
		if !ok {
			return nil, false, true
		}
		list, known = t.of(sel.X, w)
		return list, known, true
	}
	if arg >= len(call.Args) {
		return nil, false, true
	}
	list, known = t.of(call.Args[arg], w)
	return list, known, true
}

// isWrapped reports whether sel selects the request that a value of another module's type wraps.
func isWrapped(info *types.Info, sel *ast.SelectorExpr) bool {
	n := pointsto.Named(info.TypeOf(sel.X))
	return n != nil && n.Pkg() != nil && catalog.IsWrappedRequest(n.Pkg().Path(), n.Name(), sel.Sel.Name)
}

// schemes knows where URLs have the scheme that was assigned to them.
type schemes struct {
	*source
	all []condition
}

// note notes that n assigns the scheme of a URL.
func (sc *schemes) note(n ast.Node, in scope) {
	a, ok := n.(*ast.AssignStmt)
	if !ok || len(a.Lhs) != len(a.Rhs) {
		return
	}
	for i, e := range a.Lhs {
		if sel, ok := ast.Unparen(e).(*ast.SelectorExpr); ok && sel.Sel.Name == "Scheme" && pointsto.IsType(sc.info.TypeOf(sel.X), "net/url", "URL") {
			sc.all = append(sc.all, condition{sel.X, []string{constantOf(sc.info, a.Rhs[i])}, span{a.End(), in.end}})
		}
	}
}

// of returns the scheme that e, a request or a URL, has been given, if the source says so, and whether somebody gives it one. In a
// block that gives it http, it has that until it is given another one:
//
//	r.URL.Scheme = "http"
//	resp, err := client.Do(r)
//
// Elsewhere one that is not http makes it unknown, wherever it is given.
func (sc *schemes) of(e ast.Expr) (scheme string, given bool) {
	of := func(c condition) bool {
		if pointsto.SamePlace(sc.info, c.expr, e) {
			return true
		}
		sel, ok := ast.Unparen(c.expr).(*ast.SelectorExpr)
		return ok && sel.Sel.Name == "URL" && pointsto.SamePlace(sc.info, sel.X, e)
	}
	for _, c := range sc.all {
		if !of(c) {
			continue
		}
		given = given || c.texts[0] != "http"
		if c.texts[0] != "http" || !c.holds(sc.source, e.Pos()) {
			continue
		}
		another := func(other condition) bool {
			return other.texts[0] != "http" && c.from < other.from && other.from <= e.Pos() && of(other)
		}
		if !slices.ContainsFunc(sc.all, another) {
			return "http", true
		}
	}
	return "", given
}
