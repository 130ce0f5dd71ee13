// Package inventory says which network clients a program has, and what bounds each phase of a request that they send.
//
// It holds the result and writes it: a table for terminals, JSON, Markdown, and a page of HTML. The analyzer fills it in.
package inventory

// Version is the version of the JSON form. It changes when a field is removed or changes its meaning.
const Version = 1

// An Inventory lists the values of a run, ordered by file, line and column.
type Inventory struct {
	Version int     `json:"version"`
	Entries []Entry `json:"entries"`
}

// An Entry is one value: a client, a transport, a dialer, or a value of another type that was asked for.
type Entry struct {
	// ID identifies the entry among those of its inventory, and in inventories of other commits: it is made of the package, the
	// declaration that the value stands in, its type, and a number where these are equal, and of no line.
	ID      string `json:"id"`
	Type    string `json:"type"`    // as in code, such as http.Client
	Package string `json:"package"` // import path of the package that makes the value
	Place   Place  `json:"place"`   // of the composite literal, the call or the declaration that makes it

	// Owner says what holds the value: a variable, a field, or the constructor that returns it. Empty if nothing does.
	Owner string `json:"owner,omitempty"`
	// Users are the import paths of other packages, among those that were analyzed, whose code uses it.
	Users []string `json:"users,omitempty"`

	Lifetime Lifetime `json:"lifetime"`

	// Uses are the IDs of the transports of a client, and of the dialers of a transport. Several, if it depends on the path.
	Uses []string `json:"uses,omitempty"`

	// Limits are the value's own fields, in the order of the catalog.
	Limits []Limit `json:"limits"`

	// Phases say what bounds each phase of a request, own fields and those of what it uses together. Only for clients, and for
	// transports that no client of the inventory uses.
	Phases []Phase `json:"phases,omitempty"`

	// Rules are the names of the rules that report the value, sorted.
	Rules []string `json:"rules,omitempty"`
}

// A Place is a position in a file.
type Place struct {
	File   string `json:"file"` // relative to the folder of the run, with slashes; absolute if it is outside
	Line   int    `json:"line"`
	Column int    `json:"column"`
}

// A Lifetime says how long a value lives.
type Lifetime string

// The lifetimes.
const (
	Program    Lifetime = "program"    // made once, at package level, in init, main or by what they call
	PerCall    Lifetime = "call"       // made on each call of a function that runs more than once
	Outlives   Lifetime = "outlives"   // made once, and used by the handler of a Lambda function
	Invocation Lifetime = "invocation" // made on each invocation of a Lambda function
	Caller     Lifetime = "caller"     // as long as somebody keeps it: the caller of a constructor, or a field that is looked at first
)

// A Limit is what a field ends up as.
type Limit struct {
	Field string `json:"field"`
	State State  `json:"state"`
	// Value is, by State: the constant as Go prints it, such as 30s; the default; or the expression, such as cfg.Timeout.
	Value string `json:"value,omitempty"`
	// Source says where an inherited value comes from, such as http.DefaultTransport.
	Source string `json:"source,omitempty"`
	// Place is where it is set, nil if it is nowhere.
	Place *Place `json:"place,omitempty"`
	// Reason says why the value is unknown, or why it does not matter.
	Reason string `json:"reason,omitempty"`
}

// A State says how much is known of a limit.
type State string

// The states.
const (
	Constant  State = "constant"  // Value holds, always
	Variable  State = "variable"  // set, to something that the run decides: Value is the expression
	Several   State = "several"   // one of several constants: Value lists them
	Default   State = "default"   // left out, and net/http takes Value instead
	Inherited State = "inherited" // Value is that of Source, of which this is a copy
	None      State = "none"      // no limit
	Moot      State = "moot"      // left out, and it does not matter: Reason says why
	Unknown   State = "unknown"   // Reason says why
)

// A Phase is a part of a request's life, with the limits that bound it: the smallest of these ends it.
type Phase struct {
	Name   PhaseName `json:"name"`
	Limits []Bound   `json:"limits,omitempty"` // none: nothing bounds it, unless Moot says why it does not occur
	Moot   string    `json:"moot,omitempty"`
}

// A Bound is a limit of a phase with the entry that it is a field of.
type Bound struct {
	Entry string `json:"entry,omitempty"` // its ID; empty for a value that is no entry, such as http.DefaultTransport
	Limit
}

// A PhaseName names a phase.
type PhaseName string

// The phases, in the order in which a request goes through them. Total is all of them but Idle.
const (
	Total   PhaseName = "total"
	Connect PhaseName = "connect" // name lookup and connection
	TLS     PhaseName = "tls"
	Send    PhaseName = "send" // headers and body of the request
	Wait    PhaseName = "wait" // for the headers of the response
	Body    PhaseName = "body"
	Idle    PhaseName = "idle" // the connection, in the pool
)
