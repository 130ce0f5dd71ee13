package catalog

import "slices"

// An Entry is a function that takes a handler and runs it for each invocation of a process that is frozen in between.
type Entry struct {
	Package string
	Funcs   []string
	Mux     bool // with a nil handler it serves what http.Handle and http.HandleFunc registered
}

// Entries returns the functions by which a handler becomes a Lambda function. The slice is the caller's own.
func Entries() []Entry {
	const (
		aws   = "github.com/aws/aws-lambda-go/"
		proxy = "github.com/awslabs/aws-lambda-go-api-proxy/"
		felix = "github.com/its-felix/aws-lambda-go-http-adapter/"
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

// Throttled returns entries of platforms whose instances are throttled between requests, not frozen. They count if enabled.
func Throttled() []Entry {
	const google = "github.com/GoogleCloudPlatform/functions-framework-go/"
	return []Entry{
		{Package: google + "functions", Funcs: []string{"HTTP", "CloudEvent", "Typed"}},
		{Package: google + "funcframework", Funcs: []string{"RegisterHTTPFunction", "RegisterHTTPFunctionContext",
			"RegisterEventFunction", "RegisterEventFunctionContext", "RegisterCloudEventFunctionContext"}},
	}
}

// FindEntry returns the entry that the function of that name is, or nil.
func FindEntry(entries []Entry, pkg, name string) *Entry {
	for i := range entries {
		if e := &entries[i]; e.Package == pkg && slices.Contains(e.Funcs, name) {
			return e
		}
	}
	return nil
}
