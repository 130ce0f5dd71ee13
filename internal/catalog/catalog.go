// Package catalog is what is known about the zero values of network clients: which fields exist, what zero means for each,
// when that matters, and what to write instead. It holds data and look-ups, and decides nothing about a program.
package catalog

// Class says what kind of thing a field's zero value is. It is for readers: whether a row can be reported depends on its Effect.
type Class uint8

const (
	NoLimit  Class = iota + 1 // zero removes a bound: something can last, wait or grow forever
	Degraded                  // zero is bounded, but worse than http.DefaultTransport's value
	Safe                      // zero is a good default
	Feature                   // zero leaves an optional feature off
)

// String returns the class as the documentation writes it.
func (c Class) String() string {
	return [...]string{"", "no limit", "degraded default", "safe default", "feature"}[c]
}

// A Type is a struct type whose fields are cataloged.
type Type struct {
	Package string // import path
	Name    string
	Rule    string // the rule that reports it, a key of [Rules]
	Fields  []Field

	// Followed: its values are followed even where no row is on, for what is said of another type depends on them. So to turn
	// a rule on or off changes nothing that others report.
	Followed bool

	// Module is empty for a type of the standard library, and Versions are those that the rows of another one were verified with.
	Module   string
	Versions []string
}

// A Field is one field of a [Type].
type Field struct {
	Name  string
	Since string // the Go release that added it; empty for a field of another module's type
	Class Class

	// Zero says what the zero value means, as a sentence for the documentation.
	Zero string

	// Effect is what follows from zero, as messages say it in brackets: at most eight words. Empty for rows that are never reported.
	Effect string

	// Insert is the Go expression that a fix writes, qualified by the packages' own names. Empty where there is none.
	Insert string

	// InLambda is the expression for a value that outlives invocations of a Lambda function, where it is another one.
	InLambda string

	// Above names a field, and a fix inserts nothing where that one's value may be above Insert, which is a number then.
	Above string

	// Own tells an author's own durations for this field. A fix writes no constant beside one.
	Own Own

	// BesideDefault: a literal with no other fields than such ones may as well start from http.DefaultTransport.
	BesideDefault bool

	// Evidence names the test in the folder evidence, or in integration/evidence for another module's type, that shows the Effect,
	// and its absence where the field is set well. Empty for rows that are never reported.
	Evidence string

	// Default reports the row wherever its rule is on; other rows with an Effect wait for -strict or -require, except for what
	// Beside and Alone say.
	Default bool

	// Beside names Default rows: where one of them is reported of a value, this one is named too, after all others.
	Beside []string

	// Alone lists conditions of which one must hold for a row with Beside to be reported where none of those is.
	Alone []Condition

	// Usual is http.DefaultTransport's value, where that is a number that other values are compared with.
	Usual int64

	// Limits says what the field limits, for inventories. They leave out fields that limit nothing.
	Limits Scope

	// Assumed is what the type takes zero for, as Go prints it, where that is not "no limit"; InDefault is http.DefaultTransport's value.
	Assumed, InDefault string

	// NegativeIsZero says that a value below zero does not limit anything either.
	NegativeIsZero bool

	// Strict marks, in the catalog of one run, a row that is reported because of -strict alone.
	Strict bool

	// SetBy names fields that do the same job: one of them set is as good as this one set.
	SetBy []string

	// EveryPath says that the field counts as set only if it is so on every path: it is a way to do something, not a limit.
	EveryPath bool

	// Matters lists conditions of which one must hold for zero to have its effect. Empty: it always has.
	Matters []Condition

	// Moot lists conditions of which each one takes zero's effect away.
	Moot []Condition
}

// Own tells an author's own durations for a field by the words of their names, in lower case: a name has the word Has and, if Of is not
// empty, no others than those of Of.
type Own struct {
	Has      string
	Of       []string
	Deadline bool // a deadline of a context counts as well
}

// ownWait is for fields that limit how long a connection takes. A timeout for anything else, such as a shutdown, is not theirs.
func ownWait() Own {
	return Own{
		Has:      "timeout",
		Of:       []string{"connection", "connect", "conn", "network", "net", "tcp", "tls", "handshake", "dialer", "dial", "http", "default", "max"},
		Deadline: true,
	}
}

// A Scope says which part of a request a field limits, or what else.
type Scope uint8

const (
	LimitsCall    Scope = iota + 1 // all of it
	LimitsConnect                  // name lookup and connection
	LimitsTLS                      // the TLS handshake
	LimitsWait                     // the time until the headers of the response
	LimitsIdle                     // how long an idle connection is kept
	LimitsOther                    // no phase: a number of connections, probes

	// Aside is for a field that does the job of another one, or decides whether that matters: it is listed where it is set.
	Aside
)

// Reportable reports whether a zero value of the field can be a finding.
func (f *Field) Reportable() bool { return f.Effect != "" }

// A Condition is a circumstance of the value, or a test of one of its other fields.
type Condition struct {
	Field string // empty for a circumstance
	Is    Test
}

// IdleConnsPerHost is http.DefaultMaxIdleConnsPerHost. It is data here, as all that is said of net/http: a program that imports the package
// for a number has all of it.
const IdleConnsPerHost = 2

// A Test is what a [Condition] asks.
type Test uint8

const (
	Set      Test = iota + 1 // the field holds something that is not zero
	True                     // the field is true
	Negative                 // the field is below zero

	MoreThanPerHost   // the field is a constant above [IdleConnsPerHost]
	NoMoreThanPerHost // the field is a constant from 1 to [IdleConnsPerHost]

	ClosedAfterUse       // everybody who has the value calls CloseIdleConnections in the end
	ClosedOften          // a loop that waits closes its idle connections again and again
	NeverConnects        // its dial functions always fail
	DialsUnix            // its dial function connects to unix sockets only
	DialsTunnel          // its dial function connects through ssh, or to unix sockets, only
	DialsBounded         // every dial is bounded otherwise: a network that does not wait, or a context with a deadline
	ClosedInTime         // likewise, and each http.Client that it is the Transport of has a Timeout
	PlainHTTP            // the URLs of all requests that it gets begin with http://
	OnlyH2C              // its Protocols are unencrypted HTTP/2 alone
	ByProtocol           // the URLs of all requests that it gets are of protocols that are registered with it
	RequestsClose        // each request that it gets closes its connection
	ConnsExpire          // a dial function gives its connections a deadline, idle or not
	ConnsClosed          // a dial function hands out connections that the function which makes the value closes
	NoPool               // it only makes single connections, by NewClientConn
	NeverSends           // it is only there for one of its functions, as Proxy
	Brief                // the program that has it comes to its end by itself
	NoLimitChosen        // it is made only where an option says that there is no limit
	DialsSometimes       // its dial function is a variable that is nil on some path
	DialsUnlimited       // a dial function is the method of a net.Dialer without a limit
	Fallback             // it is made only where http.DefaultTransport is not an *http.Transport
	Proxies              // it is the Transport of a httputil.ReverseProxy
	RequestsBounded      // the context of each request that it sends has a deadline
	ClientTimesOut       // each http.Client that it is the Transport of has a Timeout
	LeaksPerCall         // the rule leak says what follows from its idle connections
	LikeDefaultTransport // it has http.DefaultTransport's values, written out
)

// A Rule is a kind of finding. Its name is the diagnostic's category, the message's prefix and the anchor in docs/rules.md.
type Rule struct {
	Name    string
	Level   Level
	Default bool   // on unless disabled
	Summary string // one line

	// Effect is what follows from a field that is not set, if the rule knows it and not the field.
	Effect string
	// Remedy is what to do about a finding, where that is not to set the fields. With NoneOf, it is due where none of these is set.
	Remedy string
	NoneOf []string
	// Help is the same for a rule without a Remedy, in words for which a message has no room.
	Help string
}

// Level says how much a finding matters.
type Level uint8

const (
	Note    Level = iota + 1 // worth to know
	Warning                  // hurts when something else goes wrong
	Error                    // fails requests, or grows without end
)

// String returns the level as SARIF writes it.
func (l Level) String() string { return [...]string{"", "note", "warning", "error"}[l] }
