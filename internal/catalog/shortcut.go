package catalog

// A Shortcut is a function, or a variable, of the standard library that stands for the zero value of a cataloged type.
type Shortcut struct {
	Package, Name string

	Rule        string // that reports it
	Type, Field string // of the same package: the zero value, and its row that says what follows
	Once        bool   // the first use in a package stands for all of them, since one value can replace them all
	Remedy      string // what to write instead, where setting the field is not possible
	Evidence    string // the test in the folder evidence that shows the effect
}

// DefaultClient is the variable of net/http that http.Get and its like use.
const DefaultClient = "DefaultClient"

// Shortcuts returns those that are known. The slice is the caller's own.
func Shortcuts() []Shortcut {
	out := []Shortcut{
		{
			Package: "net", Name: "Dial", Type: "Dialer", Field: "Timeout",
			Rule: "dial", Remedy: "use net.DialTimeout", Evidence: "TestDial",
		},
		{
			Package: "net", Name: "DialTCP", Type: "Dialer", Field: "Timeout",
			Rule: "dial", Remedy: "use a net.Dialer", Evidence: "TestDial",
		},
		{
			Package: "crypto/tls", Name: "Dial", Type: "Dialer", Field: "NetDialer",
			Rule: "dial", Remedy: "use a tls.Dialer", Evidence: "TestTLSDial",
		},
		{
			Package: "net/http", Name: DefaultClient, Type: "Client", Field: "Timeout",
			Rule: "client", Once: true, Evidence: "TestDefaultClient",
		},
	}
	for _, name := range []string{"Get", "Head", "Post", "PostForm"} {
		out = append(out, Shortcut{
			Package: "net/http", Name: name, Type: "Client", Field: "Timeout",
			Rule: "client", Once: true, Remedy: "use an http.Client", Evidence: "TestDefaultClient",
		})
	}
	return out
}

// contextual lists the functions of net/http that return a request with the context that they are given.
var contextual = set("NewRequestWithContext", "Request.WithContext", "Request.Clone")

// Contextual reports whether the function of net/http of that key is one of those.
func Contextual(key string) bool { return contextual[key] }
