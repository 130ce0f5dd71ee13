package lambda

import (
	"go/token"
	"slices"
)

// A trail records how a walk first came to what it reached, for [Result.Why]. All methods do nothing for a nil trail, and no finding
// depends on one.
type trail struct {
	now  any
	came map[any]any          // by what the walk came to functions, objects, registrations, keys of other packages' clients, and uses
	of   string               // the name that the walk of a summary begins with
	uses map[token.Pos]string // of http.DefaultTransport, by what
}

func newTrail(wanted bool) *trail {
	if !wanted {
		return nil
	}
	return &trail{came: make(map[any]any), uses: make(map[token.Pos]string)}
}

// reached notes that the walk came to v, if that is new, and only then: so a way that is told from this is one that the walk really went.
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

// from notes that what is reached until leave is called is so by v, nil where the walk begins.
func (t *trail) from(v any) (leave func()) {
	if t == nil {
		return func() {}
	}
	old := t.now
	t.now = v
	return func() { t.now = old }
}

func (t *trail) at() any {
	if t == nil {
		return nil
	}
	return t.now
}

// How invocations get from a name of an [Effect] to a client.
const (
	byRun    = "run"    // they run it, or refer to it
	byResult = "result" // what it returned outlives them
	byCall   = "call"   // they call methods of what it returned
	byLeft   = "left"   // what it left in its parameters outlives them
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
