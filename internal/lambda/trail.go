package lambda

import (
	"go/token"
	"slices"

	"github.com/transportlint/transportlint/internal/pointsto"
)

// A trail records how a walk first came to what it reached, for [Result.Why]. All methods do nothing for a nil trail, and no finding
// depends on one.
type trail struct {
	now  link
	came map[any]link         // to functions, objects, keys of other packages' clients, and positions of uses
	of   string               // the name that the walk of a summary begins with
	uses map[token.Pos]string // of http.DefaultTransport, by what
}

// A link is a step of a walk. It is noted when the walk reaches something new, and only then, so that a way told from it is a way that the
// walk really went: from what was reached before, to this.
type link struct {
	from any            // the function or object that led on; nil where the walk began
	call *pointsto.Call // by which from was given what comes next, if that is how
}

func newTrail(wanted bool) *trail {
	if !wanted {
		return nil
	}
	return &trail{came: make(map[any]link), uses: make(map[token.Pos]string)}
}

func (t *trail) reached(v any) {
	if t == nil {
		return
	}
	if _, ok := t.came[v]; !ok {
		t.came[v] = t.now
	}
}

// found notes the clients among refs.
func (t *trail) found(refs *references) {
	if t == nil {
		return
	}
	for _, u := range refs.uses {
		t.reached(u.pos)
		t.uses[u.pos] = u.Type
	}
	for _, c := range slices.Concat(refs.outlives, refs.allocates, refs.called) {
		t.reached(c.key())
	}
}

// from notes that what is reached until leave is called is so by v.
func (t *trail) from(v any) (leave func()) { return t.resume(link{from: v}) }

// given is like from, for what c gives to the first of objects that was reached.
func (t *trail) given(c *pointsto.Call, objects []*pointsto.Object) (leave func()) {
	if t == nil {
		return t.resume(link{})
	}
	l := link{call: c}
	for _, o := range objects {
		if _, ok := t.came[o]; ok && l.from == nil {
			l.from = o
		}
	}
	return t.resume(l)
}

func (t *trail) at() link {
	if t == nil {
		return link{}
	}
	return t.now
}

func (t *trail) resume(l link) (leave func()) {
	if t == nil {
		return func() {}
	}
	old := t.now
	t.now = l
	return func() { t.now = old }
}

// How invocations get from a name of an [Effect] to a client.
const (
	byRun    = "run"    // they run it, or refer to it
	byResult = "result" // what it returned outlives them
	byCall   = "call"   // they call methods of what it returned
)

// wayName is the key of a way in a fact. For each name and client there is at most one way of each kind: readers want to see that a client
// is reached, not how often.
func wayName(of, by, key string) string { return of + " " + by + " " + key }

// A Step is a part of the way from where a handler starts to a client. It is a sentence, such as "field api of the server keeps the api",
// and a place, if there is one to look at.
type Step struct {
	Says  string
	Pos   token.Pos // in the package; it may be none
	Place string    // where it is in another package, as a [Client] names places
}
