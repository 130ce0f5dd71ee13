package lambda

import (
	"cmp"
	"fmt"
	"go/types"
	"slices"
	"strings"

	"github.com/transportlint/transportlint/internal/pointsto"
)

// A Client is a value that matters in a frozen process, as its users in other packages know it.
type Client struct {
	Place    string // import path of its package, file and line: example.com/m/api/client.go:12
	Type     string // as messages write it: http.Client, or for http.DefaultClient what uses it: http.Post
	Rule     string // what it is reported as
	Owner    string // for an http.Client, where its own http.Transport is, if that is elsewhere
	Idle     int64  // its IdleConnTimeout in nanoseconds, if that was chosen, but above what the settings allow
	Pool     bool   // it is a use of http.DefaultTransport's pool
	Safe     bool   // for a use: net/http by itself repeats the requests, as they are GET or HEAD
	Reported bool   // its own package did
	Local    bool   // its file is in a folder of the users, not in the module cache
}

// key tells clients apart. It leaves out what depends on who looks (Reported, Safe, Pool), and what goes with the place (Local), so that one
// client that is known by two facts, or by two ways through one, is reported once.
func (c Client) key() string { return c.Rule + " " + c.Place }

// placeOf returns the place in a client's key.
func placeOf(key string) string { return key[strings.IndexByte(key, ' ')+1:] }

// A Fact says what the exported functions, types and variables of one package do with clients: rule 11. It is the lambda analysis'
// function summary, apart from that of pointsto, and it is transitive: what it says of a function includes what the facts of
// packages below say of the functions that this one runs. So a package asks only for the facts of those that it names itself.
type Fact struct {
	Clients []Client
	Effects []Effect // sorted by Of

	// Ways lead to clients from the names of Effects, if somebody asks why: see wayName.
	Ways map[string][]Step
}

// An Effect is what happens when an invocation runs a function, or when what it returned outlives one. Clients stand as indexes into
// the fact's.
//
//	func Post(u string) error { return send(shared, u) }     // "Post": Outlives [shared]
//	func New() *API { return &API{c: &http.Client{...}} }    // "New": Returns [the transport], ResultOutlives [the client]
//	func With(c *http.Client) *API { return &API{c: c} }     // "With": Retains [0]
//	func Run(h func(context.Context, E)) { lambda.Start(h) } // "Run": Starts [0]
//	func (a *API) Close() { a.c.CloseIdleConnections() }     // "API.Close": Closes
//
// The same client can be in Outlives of one name and in ResultOutlives of another: a caller that keeps what New returned has a
// client that outlives the invocation, and one that drops it does not.
type Effect struct {
	Of        string // "Func", "Type.Method", "type Type", "var Name", "method Method" for all methods of that name
	Outlives  []int  // clients that outlive the invocations that run it
	Allocates []int  // transports that each run allocates and drops
	Returns   []int  // transports that each run allocates and returns

	// The same for what it returns, with what that holds, if it outlives an invocation: its methods run in each.
	ResultOutlives  []int
	ResultAllocates []int

	// The same for the methods of interfaces that it returns, if the invocation that runs it calls them.
	CallOutlives  []int
	CallAllocates []int

	// Parted says that Parts has all of ResultOutlives, ResultAllocates and Offers that is in a field which others can select.
	Parted bool
	Parts  []Part // sorted by Field

	// Calls and Offers are the halves of a call by an interface. Calls are clients behind methods that it calls of values which others
	// make, and Offers those behind methods of what it returns, if others call these. A client that is in both, of what a program runs
	// and of what it has, is reached.
	//
	//	func Daily(s Service) error { return s.Notify() } // Calls: what any Notify of the package that declares Service reaches
	//	func New() Service          { return &service{} } // Offers: what each method of service reaches
	Calls  []int
	Offers []int

	New bool // what it, a method, returns is made anew, and not kept by what it was called on: the App keeps no Command of NewCommand

	Default bool // what it returns sends requests by http.DefaultTransport, whatever it is given

	// Parameters are numbered from 0; -1 is the receiver. See operand.
	Retains []int // parameters that are kept in what it returns, or called to make it
	Starts  []int // parameters that are run as handlers
	Leaves  []Left
	Wraps   bool  // it wraps the transport of the client that is its only parameter, and chooses none
	Closes  bool  // it closes idle connections of something that it does not make itself
	Closed  []int // clients whose idle connections it always closes
}

// AFact marks Fact as a fact of go/analysis.
func (*Fact) AFact() {}

// String writes the fact for tests: `// want package:` comments in testdata/lambda/facts match it.
func (f *Fact) String() string {
	var s []string
	for _, e := range f.Effects {
		t := e.Of
		for _, part := range []struct {
			name string
			list []int
		}{
			{"outlives", e.Outlives}, {"allocates", e.Allocates}, {"returns", e.Returns},
			{"result outlives", e.ResultOutlives}, {"result allocates", e.ResultAllocates},
			{"call outlives", e.CallOutlives}, {"call allocates", e.CallAllocates},
			{"calls", e.Calls}, {"offers", e.Offers}, {"closes", e.Closed},
		} {
			if len(part.list) == 0 {
				continue
			}
			var places []string
			for _, i := range part.list {
				c := f.Clients[i]
				places = append(places, c.Rule+" "+c.Place[strings.LastIndexByte(c.Place, '/')+1:])
			}
			t += fmt.Sprintf(" %s [%s]", part.name, strings.Join(places, ", "))
		}
		if len(e.Retains) > 0 {
			t += fmt.Sprintf(" retains %v", e.Retains)
		}
		if len(e.Starts) > 0 {
			t += fmt.Sprintf(" starts %v", e.Starts)
		}
		for _, part := range e.Parts {
			t += fmt.Sprintf(" in %s %v", part.Field, f.pick(slices.Concat(part.Outlives, part.Allocates, part.Offers)))
		}
		for _, l := range e.Leaves {
			t += fmt.Sprintf(" leaves %v in %d, retains %v", f.pick(append(slices.Clone(l.Outlives), l.Allocates...)), l.In, l.Retains)
		}
		if e.Wraps {
			t += " wraps"
		}
		if e.New {
			t += " new"
		}
		if e.Default {
			t += " default"
		}
		if e.Closes {
			t += " closes"
		}
		s = append(s, t)
	}
	return "lambda(" + strings.Join(s, "; ") + ")"
}

// Tells reports whether f has something to say of o beyond what it retains or closes. Package analyzer asks for each name that a file
// mentions, before lambda runs: a package that mentions no such name, and no client, and imports no entry point is not looked into.
func (f *Fact) Tells(o types.Object) bool {
	if f == nil {
		return false
	}
	var of string
	switch o := o.(type) {
	case *types.Func:
		of = pointsto.FuncKey(o)
		if types.IsInterface(recvType(o)) {
			of = methodsNamed(o)
		}
	case *types.Var:
		of = "var " + o.Name()
	case *types.TypeName:
		of = "type " + o.Name()
	}
	e := f.effect(of)
	return e != nil && e.tells()
}

// IsFactory reports whether t has no fields, and a method that takes something and makes something, which may keep that. Nothing but the
// method tells that such a value matters.
//
//	var factory api.Factory = api.Defaults{} // a struct{}
//	...
//	service = factory.New(client)
func IsFactory(t *types.TypeName) bool {
	named, ok := types.Unalias(t.Type()).(*types.Named)
	if !ok || pointsto.IsStd(t.Pkg()) {
		return false
	}
	if s, ok := named.Underlying().(*types.Struct); !ok || s.NumFields() > 0 {
		return false
	}
	has := func(vars *types.Tuple) bool {
		for v := range vars.Variables() {
			switch v.Type().Underlying().(type) {
			case *types.Pointer, *types.Interface, *types.Signature, *types.Struct:
				if !pointsto.IsError(v.Type()) && !pointsto.IsType(v.Type(), "context", "Context") {
					return true
				}
			}
		}
		return false
	}
	for m := range named.Methods() {
		if m.Exported() && has(m.Signature().Params()) && has(m.Signature().Results()) {
			return true
		}
	}
	return false
}

// tells reports whether something happens but retaining and closing. Those two matter only to who has a client anyway.
func (e *Effect) tells() bool {
	leaves := func(l Left) bool { return len(l.Outlives)+len(l.Allocates) > 0 }
	return e.Default || slices.ContainsFunc(e.Leaves, leaves) ||
		len(e.Outlives)+len(e.Allocates)+len(e.Returns)+len(e.ResultOutlives)+len(e.ResultAllocates)+
			len(e.CallOutlives)+len(e.CallAllocates)+len(e.Calls)+len(e.Offers)+len(e.Starts)+len(e.Closed) > 0
}

// effect returns what f says of the name, nil if nothing. It relies on the order of Effects; summarize sorts.
func (f *Fact) effect(of string) *Effect {
	i, ok := slices.BinarySearchFunc(f.Effects, of, func(e Effect, of string) int { return cmp.Compare(e.Of, of) })
	if !ok {
		return nil
	}
	return &f.Effects[i]
}

// pick returns the clients that list stands for.
func (f *Fact) pick(list []int) []Client {
	out := make([]Client, len(list))
	for i, j := range list {
		out[i] = f.Clients[j]
	}
	return out
}

// A table gives clients their indexes. Clients are compared as a whole: two uses of one pool that differ in Safe are two entries.
type table struct {
	clients []Client
	index   map[Client]int
}

// add returns the indexes of clients, sorted and without duplicates, so that a fact is the same on each run.
func (t *table) add(clients []Client) []int {
	var out []int
	for _, c := range clients {
		i, ok := t.index[c]
		if !ok {
			i = len(t.clients)
			t.index[c] = i
			t.clients = append(t.clients, c)
		}
		out = append(out, i)
	}
	slices.Sort(out)
	return slices.Compact(out)
}
