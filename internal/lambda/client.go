package lambda

import (
	"fmt"
	"go/token"
	"go/types"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/netuse"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// The rules. Idle is about a pool without a limit, Default about the 90 seconds of http.DefaultTransport, Leak about a pool that is
// dropped with its connections open, Pool about database connections.
const (
	Idle    = "lambda-idle"
	Default = "lambda-default"
	Leak    = "lambda-leak"
	Pool    = "lambda-pool"
)

// A found client is a Client of the package that is analyzed. One without a position is of another package, known by a fact; see
// elsewhere.
type found struct {
	Client
	pos, end token.Pos
	sites    []*pointsto.Site // the transports of the package whose idle connections never expire
}

// clients finds the values of a package that are of interest: what they would be reported as if they outlived an invocation,
// and if each invocation made one. It is complete before the first walk: which rule a client falls under depends on its fields alone,
// whether it is reported on the walk alone.
//
//	&http.Client{Transport: &http.Transport{}} // Idle, and the transport is in leaks as well
//	&http.Client{}                             // Default, and in shared
//	&http.Client{Transport: http.DefaultTransport.(*http.Transport).Clone()} // Default, and not in shared
type clients struct {
	in       Input
	facts    *facts
	outlives map[*pointsto.Object]found
	leaks    map[*pointsto.Object]found
	owners   map[*pointsto.Object][]*pointsto.Object // of transports, the clients that use them and are reported for it
	shared   []*pointsto.Object                      // clients on http.DefaultTransport itself
}

// newClients judges each site. A zero value that something was stored over is never in use. A transport can leak only if its idle
// connections never expire: with too long a timeout, they do go away in the end.
func newClients(in Input, facts *facts) *clients {
	c := &clients{
		in:       in,
		facts:    facts,
		outlives: make(map[*pointsto.Object]found),
		leaks:    make(map[*pointsto.Object]found),
		owners:   make(map[*pointsto.Object][]*pointsto.Object),
	}
	for _, s := range in.Sites {
		if s.Overwritten || in.Net.Untaken(s.Pos) {
			continue
		}
		if s.Type.Name() == "Client" {
			c.client(s)
			continue
		}
		f := c.found(s, s.Type.Pkg().Name()+".Transport")
		never := c.neverExpires(s)
		if never {
			f.Rule, f.sites = Leak, []*pointsto.Site{s}
			c.leaks[s.Object()] = f
		}
		f.Idle = in.tooLong(s)
		if never || f.Idle > 0 {
			f.Rule = Idle
			c.outlives[s.Object()] = f
		}
	}
	c.pools()
	return c
}

// matters reports whether o is one of them: the walk of a summary ends there (see relevance.go).
func (c *clients) matters(o *pointsto.Object) bool {
	_, ok := c.outlives[o] // what leaks is there as well
	return ok
}

func (c *clients) found(s *pointsto.Site, typ string) found {
	return found{Client: c.in.client(s.Pos, typ), pos: s.Pos, end: s.End}
}

// client judges an http.Client by the transports that it may have. One that may have several is reported if one of them
// is to blame, and the first of these says as what:
//
//	var client = &http.Client{Transport: slow} // slow has a timeout
//	func init() {
//		if os.Getenv("STAGE") == "dev" {
//			client.Transport = &http.Transport{} // Idle, and this is the transport that its finding names
//		}
//	}
//
// http.DefaultTransport beside a transport of the package does not count, which errs on the side of silence.
func (c *clients) client(s *pointsto.Site) {
	o := s.Object()
	f := c.found(s, "http.Client")
	if s.Circumstances[catalog.RequestsClose] {
		return // whatever its transport, no connection outlives a request
	}
	if !o.Wrote("Transport").NonZero() {
		f.Rule = Default
		c.outlives[o] = f
		c.shared = append(c.shared, o)
		return
	}
	t := c.transportsOf(o)
	slices.SortFunc(t.own, func(a, b *pointsto.Object) int { return int(a.Site().Pos - b.Site().Pos) })
	for _, tr := range t.own {
		site := tr.Site()
		if never, idle := c.neverExpires(site), c.in.tooLong(site); never || idle > 0 {
			c.owners[tr] = append(c.owners[tr], o)
			if never {
				f.sites = append(f.sites, site)
			}
			if f.Rule == "" {
				f.Rule, f.Idle = Idle, idle
				if place := c.in.place(site.Pos); place != f.Place {
					f.Owner = place
				}
			}
		}
	}
	if t.zero {
		f.Rule = Idle
	}
	if f.Rule == "" && t.byDefault && !t.chosen && len(t.own) == 0 { // beside others it is for who has none
		f.Rule = Default
		if t.shared {
			c.shared = append(c.shared, o)
		}
	}
	if f.Rule != "" {
		c.outlives[o] = f
	}
}

// transports collects the transports behind a RoundTripper, through the ones that wrap it. A RoundTripper may hold itself, and a
// closure may refer to itself, so seen is what makes it end.
type transports struct {
	c         *clients
	seen      map[*pointsto.Object]bool
	own       []*pointsto.Object
	zero      bool // a copy of it whose IdleConnTimeout somebody set to zero
	byDefault bool // http.DefaultTransport, or a copy whose IdleConnTimeout nobody chose
	shared    bool // http.DefaultTransport itself
	chosen    bool // a copy whose IdleConnTimeout somebody chose
	given     bool // what callers in other packages pass
}

// noTransports returns transports to add to.
func (c *clients) noTransports() *transports {
	return &transports{c: c, seen: make(map[*pointsto.Object]bool)}
}

// transportsOf returns the transports of an http.Client.
func (c *clients) transportsOf(client *pointsto.Object) *transports {
	t := c.noTransports()
	client.Fields(func(v *types.Var, n pointsto.Node) {
		if v.Name() == "Transport" {
			t.all(c.in.Graph.At(n))
		}
	})
	return t
}

// sendByDefault reports whether http.DefaultTransport itself is among them, and no transport of the package.
func (t *transports) sendByDefault() bool { return t.shared && !t.chosen && len(t.own) == 0 }

// all adds what each of objects leads to.
func (t *transports) all(objects []*pointsto.Object) {
	for _, o := range objects {
		if !t.seen[o] {
			t.seen[o] = true
			t.one(o)
		}
	}
}

// one adds what o leads to. The cases are told by where o comes from:
//
//	http.DefaultTransport, t.Clone()     // by what is written to it
//	&http.Transport{}                    // own
//	otelhttp.NewTransport(base)          // of another package: by the RoundTrippers that it is given
//	roundTripFunc(func(r *http.Request)) // by the variables of type http.RoundTripper to which the function refers
//	&headerTransport{base: base}         // by all that its fields hold, and by what its methods mention
//
// What is none of these, such as a parameter of an exported function, adds nothing: whoever passes it chose, and the client is silent.
func (t *transports) one(o *pointsto.Object) {
	g := t.c.in.Graph
	call, outside := o.FromOutside()
	original, _ := o.CopyOf()
	switch {
	case original != nil: // it counts, and is where its copy is
	case netuse.IsDefaultTransport(o):
		if idle := o.Wrote("IdleConnTimeout"); idle.NonZero() || o.Wrote("DisableKeepAlives")&(pointsto.True|pointsto.Dynamic) != 0 {
			t.chosen = true
			return
		} else if idle == pointsto.Zero {
			t.zero = true
		}
		t.byDefault = true
		t.shared = t.shared || netuse.IsSharedTransport(o)
	case o.Site() != nil && o.Site().Type.Name() == "Transport":
		t.own = append(t.own, o)
	case call != nil:
		// What another package returned for a RoundTripper wraps it, and without one wraps the default.
		for i, a := range call.Args {
			if !isRoundTripper(call.Fn.Signature().Params().At(i).Type()) {
				continue
			}
			// client.Transport = wrap.New(client.Transport) makes o one of its own arguments. Without this, a client that had no transport would
			// be taken for one with a RoundTripper of its own, and be silent.
			others := slices.DeleteFunc(slices.Clone(g.At(a)), func(wrapped *pointsto.Object) bool { return wrapped == o })
			t.all(others)
			if len(others) == 0 {
				t.byDefault, t.shared = true, true
			}
		}
		if e, _ := t.c.facts.funcEffect(call.Fn); e != nil && e.Default {
			t.byDefault, t.shared = true, true
		}
	case o.Func() != nil:
		for _, m := range o.Func().References() {
			if m.Var != nil && isRoundTripper(m.Var.Type()) {
				t.all(g.At(g.Var(m.Var)))
			}
		}
	case !outside:
		o.Fields(func(_ *types.Var, n pointsto.Node) { t.all(g.At(n)) })
		t.fallback(o)
	default:
		t.given = true
	}
}

// fallback looks whether the RoundTripper o falls back on http.DefaultTransport. One that only mentions it counts:
//
//	func (t *headerTransport) RoundTrip(r *http.Request) (*http.Response, error) {
//		if t.base == nil {
//			return http.DefaultTransport.RoundTrip(r)
//		}
//		...
//
// If base is one of this package's transports, client leaves the default out, as it is for who has none.
func (t *transports) fallback(o *pointsto.Object) {
	n, ok := types.Unalias(o.Type()).(*types.Named)
	if !ok {
		return
	}
	for m := range n.Origin().Methods() {
		f := t.c.in.Graph.Func(m)
		if f == nil {
			continue
		}
		for _, mention := range f.References() {
			if v := mention.Var; v != nil && ofHTTP(v, "DefaultTransport") {
				t.byDefault, t.shared = true, true
			}
		}
	}
}

// sharesDefault reports whether o is an httputil.ReverseProxy that sends on http.DefaultTransport: one whose Transport nobody sets, in a
// literal or after httputil.NewSingleHostReverseProxy. What the field of a proxy from that constructor holds by itself is a
// placeholder of the same call; it does not count as given.
func (c *clients) sharesDefault(o *pointsto.Object) bool {
	if !isProxy(o.Type()) {
		return false
	}
	call, _ := o.FromOutside()
	if call != nil && !(call.Fn.Pkg().Path() == "net/http/httputil") || call == nil && o.In() == nil && !o.Pos().IsValid() {
		return false // nobody knows what it has
	}
	t := c.noTransports()
	given := false
	o.Fields(func(v *types.Var, n pointsto.Node) {
		if v.Name() != "Transport" {
			return
		}
		for _, rt := range c.in.Graph.At(n) {
			if from, outside := rt.FromOutside(); !outside || from != call || netuse.IsDefaultTransport(rt) {
				given = true
				t.all([]*pointsto.Object{rt})
			}
		}
	})
	return !given || t.sendByDefault()
}

// sendsByDefault reports whether what objects are sends by http.DefaultTransport itself, and by no transport of the package.
func (c *clients) sendsByDefault(objects []*pointsto.Object) bool {
	t := c.noTransports()
	t.all(objects)
	return t.sendByDefault()
}

// returnsDefault reports whether f returns a RoundTripper that sends by http.DefaultTransport, whatever its callers pass.
//
//	func New() http.RoundTripper { return &retrying{base: http.DefaultTransport} }
func (c *clients) returnsDefault(f *pointsto.Function) bool {
	for i, n := range f.Results() {
		if netuse.HasRoundTrip(f.Signature().Results().At(i).Type()) {
			t := c.noTransports()
			t.all(c.in.Graph.At(n))
			return t.sendByDefault() && !t.given
		}
	}
	return false
}

// wraps reports whether f wraps the transport of the client that is its only parameter, and chooses none:
//
//	func Traced(c *http.Client) { c.Transport = otelhttp.NewTransport(c.Transport) }
func (c *clients) wraps(f *pointsto.Function) bool {
	if len(f.Params()) != 1 || f.Signature().Recv() != nil {
		return false
	}
	for _, o := range c.in.Graph.At(f.Params()[0]) {
		if call, outside := o.FromOutside(); !outside || call != nil || !isClientType(o.Type()) || !o.Wrote("Transport").NonZero() {
			continue
		}
		t := c.transportsOf(o)
		return t.given && !t.byDefault && !t.zero && !t.chosen && len(t.own) == 0
	}
	return false
}

// isRoundTripper reports whether t is the interface itself. Types that implement it are told by their fields.
func isRoundTripper(t types.Type) bool {
	n, ok := types.Unalias(t).(*types.Named)
	return ok && ofHTTP(n.Obj(), "RoundTripper")
}

// ofHTTP reports whether o is the object of net/http with that name. Only predeclared objects have no package, and none has it.
func ofHTTP(o types.Object, name string) bool {
	return o.Name() == name && o.Pkg().Path() == "net/http"
}

// neverExpires reports whether idle connections of the transport are kept for as long as the server allows. A zero that is
// written down does not change that. A setting that may be either, as DisableKeepAlives: debug, counts as chosen, and so does whatever
// unknown code could have set: this errs on the side of silence. netuse knows of transports that are closed after each use, or whose
// connections are, and of those that never have one.
func (c *clients) neverExpires(s *pointsto.Site) bool {
	o := s.Object()
	switch {
	case o.Wrote("IdleConnTimeout").NonZero(),
		o.Wrote("DisableKeepAlives")&(pointsto.True|pointsto.Dynamic) != 0,
		o.Wrote("MaxIdleConnsPerHost")&pointsto.Negative != 0,
		s.Escapes, s.Circumstances[catalog.ClosedAfterUse], s.Circumstances[catalog.RequestsClose], s.Circumstances[catalog.NeverConnects]:
		return false
	}
	return true
}

// reportedElsewhere returns the transports whose idle connections never expire and that f tells other packages about. Whether one of
// these makes the transport outlive an invocation is not known here, but a fix that this package gets has to serve both.
func (c *clients) reportedElsewhere(f *Fact) []*pointsto.Site {
	if f == nil {
		return nil
	}
	told := make(map[string]bool)
	for _, client := range f.Clients {
		told[client.key()] = true
	}
	var out []*pointsto.Site
	for _, s := range c.in.Sites {
		for _, f := range []found{c.outlives[s.Object()], c.leaks[s.Object()]} {
			if told[f.key()] {
				out = append(out, f.sites...)
			}
		}
	}
	return out
}

// client returns a client of the package as others know it, without a rule.
func (in Input) client(pos token.Pos, typ string) Client {
	return Client{Place: in.place(pos), Type: typ, Local: in.isLocal(pos)}
}

// place names a position as other packages know it. It is a string, as a token.Pos means nothing in another package's file set, and it
// has the import path for the directory, as a fact must not depend on the machine.
func (in Input) place(pos token.Pos) string {
	p := in.Fset.Position(pos)
	return fmt.Sprintf("%s:%d", path.Join(in.Pkg.Path(), filepath.Base(p.Filename)), p.Line)
}

// isLocal reports whether the file at pos can be changed by who runs this: it is neither in the module cache, where folders have versions,
// nor in a folder for what others wrote. A module that go.mod replaces by a folder is.
func (in Input) isLocal(pos token.Pos) bool {
	if in.Module == "" || pointsto.IsStd(in.Pkg) {
		return false
	}
	folders := strings.Split(filepath.ToSlash(in.Fset.Position(pos).Filename), "/")
	return !slices.ContainsFunc(folders, func(s string) bool { return s == "vendor" || s == "third_party" || strings.Contains(s, "@") })
}
