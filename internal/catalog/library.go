package catalog

import "strings"

// An Effect is what a library function does to values where its types do not say enough, or where they say too much. Functions that
// are not listed do what their types allow: see the package that asks.
type Effect uint8

const (
	None       Effect = iota
	Fresh             // it returns a value of its own, told by the function that made it
	Bounded           // likewise, and the value is a context with a deadline
	Assigns           // its first argument may come to be in what the second one points to
	Returns           // it returns its first argument
	Carries           // its result holds its last argument
	Wraps             // the errors among its last arguments come back in its result
	Reads             // it neither writes to its arguments nor keeps them, unlike others of its package
	Yields            // it returns something that its package retained
	Exits             // it does not return
	Lasts             // it keeps the program running, or says that something does
	Sends             // it sends a request by http.DefaultClient
	Request           // a method of http.Client that sends a request to its first argument
	Registered        // a method that retains the handler that it is given
	Once              // what it is given runs once
)

// functions lists what is known of single functions of the standard library: "import/path.Name" or "import/path.Type.Name".
var functions = map[string]Effect{
	"context.WithTimeout":               Bounded,
	"context.WithDeadline":              Bounded,
	"context.WithTimeoutCause":          Bounded,
	"context.WithDeadlineCause":         Bounded,
	"context.Background":                Fresh,
	"context.TODO":                      Fresh,
	"context.WithoutCancel":             Fresh,
	"context.WithValue":                 Carries,
	"context.Context.Value":             Yields,
	"encoding/gob.Encoder.Encode":       Reads,
	"encoding/json.Encoder.Encode":      Reads,
	"encoding/json.Marshal":             Reads,
	"encoding/json.MarshalIndent":       Reads,
	"encoding/xml.Encoder.Encode":       Reads,
	"encoding/xml.Marshal":              Reads,
	"encoding/xml.MarshalIndent":        Reads,
	"reflect.DeepEqual":                 Reads,
	"errors.As":                         Assigns,
	"errors.AsType":                     Returns,
	"errors.Unwrap":                     Wraps,
	"errors.Join":                       Wraps,
	"fmt.Errorf":                        Wraps,
	"os.Exit":                           Exits,
	"log.Fatal":                         Exits,
	"log.Fatalf":                        Exits,
	"log.Fatalln":                       Exits,
	"net/http.Handle":                   Lasts,
	"net/http.HandleFunc":               Lasts,
	"net/http.ListenAndServe":           Lasts,
	"net/http.ListenAndServeTLS":        Lasts,
	"net/http.Serve":                    Lasts,
	"net/http.ServeTLS":                 Lasts,
	"net/http.Server.Serve":             Lasts,
	"net/http.Server.ServeTLS":          Lasts,
	"net/http.Server.ListenAndServe":    Lasts,
	"net/http.Server.ListenAndServeTLS": Lasts,
	"net.Listen":                        Lasts,
	"net.ListenPacket":                  Lasts,
	"net.ListenTCP":                     Lasts,
	"net.ListenUDP":                     Lasts,
	"net.ListenUnix":                    Lasts,
	"net.ListenConfig.Listen":           Lasts,
	"crypto/tls.Listen":                 Lasts,
	"os/signal.Notify":                  Lasts,
	"os/signal.NotifyContext":           Lasts,
	"time.NewTicker":                    Lasts,
	"time.Tick":                         Lasts,
	"time.AfterFunc":                    Lasts,
	"net/http.Get":                      Sends,
	"net/http.Head":                     Sends,
	"net/http.Post":                     Sends,
	"net/http.PostForm":                 Sends,
	"net/http.Client.Get":               Request,
	"net/http.Client.Head":              Request,
	"net/http.Client.Post":              Request,
	"net/http.Client.PostForm":          Request,
	"net/http.ServeMux.Handle":          Registered,
	"net/http.ServeMux.HandleFunc":      Registered,
	"sync.Once.Do":                      Once,
	"sync.OnceFunc":                     Once,
	"sync.OnceValue":                    Once,
	"sync.OnceValues":                   Once,
}

// EffectOf returns what is known of the function, or method, of that name, as "Name" or "Type.Name".
func EffectOf(pkg, name string) Effect { return functions[pkg+"."+name] }

// invoked lists functions that do no more than call a method of their first argument with the others, and return what it returns.
var invoked = map[string]string{
	"container/heap.Push":   "Push",
	"container/heap.Pop":    "Pop",
	"container/heap.Remove": "Pop",
}

// Invoked returns the method that the function of that name calls, if it is one of those.
func Invoked(pkg, name string) (method string, ok bool) {
	method, ok = invoked[pkg+"."+name]
	return method, ok
}

// variables lists the variables of other packages whose values are told apart, by the name of the type that they hold behind an
// interface.
var variables = map[string]string{
	"net/http.DefaultTransport": "Transport",
}

// HeldBy returns the name of the type, of the same package, that the interface variable of that name holds, if that is known.
func HeldBy(pkg, name string) (typ string, known bool) {
	typ, known = variables[pkg+"."+name]
	return typ, known
}

// A Trait says what the functions of a library package have in common.
type Trait uint8

const (
	Retains   Trait = 1 << iota // they give back as an any what they were given as one
	Decodes                     // they write through interfaces by reflection
	Registers                   // their methods retain what they are given, and run it
)

// traits lists packages of the standard library. All others of it retain, decode and register nothing.
var traits = map[string]Trait{
	"sync":           Retains | Registers,
	"sync/atomic":    Retains | Registers,
	"container/list": Retains | Registers,
	"container/ring": Retains | Registers,
	"context":        Retains,
	"expvar":         Retains,
	"net/rpc":        Registers,
	"reflect":        Decodes,
}

// Has reports whether the functions of the package at path, one of the standard library, have the trait.
func Has(path string, t Trait) bool {
	return traits[path]&t != 0 || t == Decodes && strings.HasPrefix(path, "encoding/")
}

// IsStd reports whether path is that of a package of the standard library. What their functions do to values is known here, not by
// summaries, which some drivers do not compute for them.
func IsStd(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return std[first]
}

// std lists the first elements of the standard library's import paths. That they have no dot does not tell them apart:
// import paths of modules that nobody downloads may lack it as well.
var std = set("archive", "bufio", "bytes", "cmp", "compress", "container", "context", "crypto", "database", "debug", "embed",
	"encoding", "errors", "expvar", "flag", "fmt", "go", "hash", "html", "image", "index", "internal", "io", "iter", "log", "maps",
	"math", "mime", "net", "os", "path", "plugin", "reflect", "regexp", "runtime", "slices", "sort", "strconv", "strings", "structs",
	"sync", "syscall", "testing", "text", "time", "unicode", "unique", "unsafe", "vendor", "weak")

func set(names ...string) map[string]bool {
	m := make(map[string]bool, len(names))
	for _, name := range names {
		m[name] = true
	}
	return m
}

// localHosts begin what follows the scheme in the URL of a server on the same machine.
var localHosts = []string{"localhost", "127.0.0.1", "[::1]", "sandbox.localdomain", "sandbox:"}

// IsLocal reports whether url leads to the machine that the program runs on.
func IsLocal(url string) bool {
	_, rest, ok := strings.Cut(url, "://")
	if !ok {
		return false
	}
	for _, host := range localHosts {
		if strings.HasPrefix(rest, host) {
			return true
		}
	}
	return false
}

// imports lists the packages that the expressions of [Field.Insert] name.
var imports = map[string]string{"http": "net/http", "net": "net", "time": "time"}

// ImportOf returns the import path of the package that expressions of the catalog call name.
func ImportOf(name string) string { return imports[name] }
