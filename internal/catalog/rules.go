package catalog

// Directive is the category of diagnostics about //transportlint:ignore comments. It is not a rule: it cannot be disabled.
const Directive = "directive"

// Rules returns the rules in the order in which they are documented. The slice is the caller's own.
func Rules() []Rule {
	return []Rule{
		{
			Name: "transport", Level: Warning, Default: true,
			Summary: "an http.Transport whose zero fields remove a limit or keep a default that hurts",
			Remedy:  "clone http.DefaultTransport", NoneOf: []string{"IdleConnTimeout", "TLSHandshakeTimeout", "DialContext"},
		},
		{
			Name: "leak", Level: Error, Default: true,
			Summary: "an http.Transport that is created on every call and left behind with its idle connections",
			Effect:  "its connections leak",
			Remedy:  "create it once",
		},
		{Name: "dialer", Level: Warning, Default: true, Summary: "a net.Dialer with neither Timeout nor Deadline, a tls.Dialer without NetDialer"},
		{Name: "value", Level: Warning, Default: true, Summary: "a field whose value cannot mean what it looks like, such as 15 ns or a negative limit"},
		{
			Name: "lambda-idle", Level: Error, Default: true,
			Summary: "a client or transport that outlives a Lambda invocation and never closes idle connections",
			Effect:  "AWS ALBs close after 60s",
			Help:    "set IdleConnTimeout below the server's limit, such as 30s",
		},
		{
			Name: "lambda-default", Level: Note, Default: true,
			Summary: "a client that outlives a Lambda invocation on http.DefaultTransport's 90 s",
			Effect:  "AWS ALBs: 60s",
			Help:    "use a clone of http.DefaultTransport with an IdleConnTimeout of 30s",
		},
		{
			Name: "lambda-leak", Level: Error, Default: true,
			Summary: "an http.Transport that each Lambda invocation builds and leaves behind",
			Effect:  "its connections leak",
			Remedy:  "create it once, outside the handler",
		},
		{
			Name: "lambda-pool", Level: Warning, Default: false,
			Summary: "a pool of database connections that outlives a Lambda invocation, without a limit on their age",
		},
		{Name: "client", Level: Warning, Default: false, Summary: "an http.Client without Timeout, http.Get and its like, a fasthttp.Client without ReadTimeout"},
		{Name: "dial", Level: Warning, Default: false, Summary: "a call of net.Dial or tls.Dial, which have no timeout"},
		{Name: "server", Level: Warning, Default: false, Summary: "an http.Server that waits forever for a client's headers or next request"},
		{Name: "pool", Level: Warning, Default: false, Summary: "a pool of database connections that are used again however old they are"},
		{Name: "require", Level: Warning, Default: true, Summary: "a field that -require names, left unset or out of its bound; an IdleConnTimeout above -max-idle"},
	}
}

// FindRule returns the rule of that name, or what stands for one in findings about comments.
func FindRule(name string) Rule {
	for _, r := range Rules() {
		if r.Name == name {
			return r
		}
	}
	return Rule{Name: Directive, Level: Note, Default: true, Summary: "a //transportlint:ignore comment that does nothing"}
}
