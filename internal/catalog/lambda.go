package catalog

import "slices"

// An Entry is a function that takes a handler and runs it for each invocation of a process that is frozen in between.
type Entry struct {
	Package string
	Funcs   []string // functions, not methods; whatever they are given may be a handler
	Mux     bool     // with a nil handler it serves what http.Handle and http.HandleFunc registered

	// Throttled says that instances starve between requests, but are not frozen: what one request leaves is cleaned up in time.
	Throttled bool
}

// Entries returns the functions by which a handler becomes a Lambda function. The slice is the caller's own.
func Entries() []Entry {
	const (
		aws   = "github.com/aws/aws-lambda-go/"
		proxy = "github.com/awslabs/aws-lambda-go-api-proxy/"
		felix = "github.com/its-felix/aws-lambda-go-http-adapter/"

		google = "github.com/GoogleCloudPlatform/functions-framework-go/"
	)
	entries := []Entry{
		{Package: aws + "lambda", Funcs: []string{"Start", "StartWithOptions", "StartHandlerFunc", "StartWithContext", "StartHandler",
			"StartHandlerWithContext", "NewHandler", "NewHandlerWithOptions", "NewFunction"}},
		{Package: aws + "lambdaurl", Funcs: []string{"Start", "Wrap"}},
		{Package: aws + "cfn", Funcs: []string{"LambdaWrap", "LambdaWrapSNS"}},
		{Package: "github.com/akrylysov/algnhsa", Funcs: []string{"ListenAndServe", "New"}, Mux: true},
		{Package: "github.com/apex/gateway", Funcs: []string{"ListenAndServe", "NewGateway"}, Mux: true},
		{Package: "github.com/apex/gateway/v2", Funcs: []string{"ListenAndServe", "NewGateway"}, Mux: true},
		{Package: felix + "adapter", Funcs: []string{"NewVanillaAdapter", "NewEchoAdapter", "NewFiberAdapter"}},
		{Package: felix + "handler", Funcs: []string{"NewAPIGatewayV1Handler", "NewAPIGatewayV2Handler", "NewFunctionURLHandler",
			"NewFunctionURLStreamingHandler"}},
		{Package: "github.com/shogo82148/ridgenative", Funcs: []string{"ListenAndServe", "Start"}, Mux: true},
		{Package: "github.com/fujiwara/ridge", Funcs: []string{"Run", "RunWithContext", "New"}, Mux: true},
		{Package: google + "functions", Funcs: []string{"HTTP", "CloudEvent", "Typed"}, Throttled: true},
		{Package: google + "funcframework", Funcs: []string{"RegisterHTTPFunction", "RegisterHTTPFunctionContext",
			"RegisterEventFunction", "RegisterEventFunctionContext", "RegisterCloudEventFunctionContext"}, Throttled: true},
		{Package: "github.com/aliyun/fc-runtime-go-sdk/fc", Funcs: []string{"Start", "StartHttp", "StartWithContext", "StartHandler",
			"StartHandlerWithContext"}},
	}
	for _, adapter := range []string{"httpadapter", "handlerfunc", "gin", "echo", "chi", "fiber", "gorillamux", "iris", "negroni"} {
		entries = append(entries, Entry{Package: proxy + adapter, Funcs: []string{"New", "NewV2", "NewALB"}})
	}
	return entries
}

// Events is the package whose types tell that a function handles invocations.
const Events = "github.com/aws/aws-lambda-go/events"

// HTTP2 is the package whose Transport has a pool of its own kind, with an IdleConnTimeout of its own.
const HTTP2 = "golang.org/x/net/http2"

// Pooled reports whether values of the type have a pool of idle connections, or use one.
func Pooled(pkg, name string) bool {
	return pkg == "net/http" && (name == "Client" || name == "Transport") || pkg == HTTP2 && name == "Transport"
}

// An Opening is a package with functions that return a pool of database connections whose age nothing limits.
type Opening struct {
	Package  string
	Funcs    []string
	In, Type string   // the package and the name of the type that they return a pointer to
	Drivers  []string // of their first string, those that do not look whether a connection is still there
	Method   string   // of Type, that sets the limit
	Field    string   // what messages call it
	Effect   string   // what follows where it is not called, as in [Field]
	Evidence string   // the test in integration/evidence that shows it
}

// Openings returns the packages that are known. The slice is the caller's own.
func Openings() []Opening {
	const db, sqlx = "database/sql", "github.com/jmoiron/sqlx"
	openings := []Opening{
		{Package: db, Funcs: []string{"Open"}, In: db},
		{Package: sqlx, Funcs: []string{"Open", "MustOpen", "Connect", "MustConnect", "ConnectContext"}, In: sqlx},
		{Package: "github.com/XSAM/otelsql", Funcs: []string{"Open"}, In: db},
		{Package: "github.com/uptrace/opentelemetry-go-extra/otelsql", Funcs: []string{"Open"}, In: db},
		{Package: "github.com/aws/aws-xray-sdk-go/xray", Funcs: []string{"SQLContext"}, In: db},
		{Package: "github.com/aws/aws-xray-sdk-go/v2/xray", Funcs: []string{"SQLContext"}, In: db},
	}
	for i := range openings {
		o := &openings[i]
		o.Type, o.Drivers, o.Evidence = "DB", []string{"mysql", "postgres"}, "TestPoolAfterFreeze"
		o.Method, o.Field, o.Effect = "SetConnMaxLifetime", "ConnMaxLifetime", "connections that a gateway dropped are used again"
	}
	return openings
}

// LambdaPools returns the types whose values are reported where they outlive an invocation without the fields that their Default rows
// name. The slice is the caller's own.
func LambdaPools() []Type { return []Type{redisPool()} }

// FindEntry returns the entry that the function of that name is, or nil.
func FindEntry(entries []Entry, pkg, name string) *Entry {
	for i := range entries {
		if e := &entries[i]; e.Package == pkg && slices.Contains(e.Funcs, name) {
			return e
		}
	}
	return nil
}
