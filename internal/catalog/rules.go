package catalog

// Directive is the category of diagnostics about //transportlint:ignore comments. It is no rule: nothing disables it.
const Directive = "directive"

// Rules returns the rules in the order in which they are documented. The slice is the caller's own.
func Rules() []Rule {
	return []Rule{
		{Name: "transport", Level: Warning, Default: true, Summary: "an http.Transport whose zero fields remove a limit or keep a default that hurts"},
		{Name: "dialer", Level: Warning, Default: true, Summary: "a net.Dialer with neither Timeout nor Deadline, a tls.Dialer without NetDialer"},
		{Name: "lambda-idle", Level: Error, Default: true, Summary: "a client or transport that outlives a Lambda invocation and never closes idle connections"},
		{Name: "lambda-default", Level: Warning, Default: true, Summary: "a client that outlives a Lambda invocation on http.DefaultTransport's 90 s"},
		{Name: "lambda-leak", Level: Error, Default: true, Summary: "an http.Transport that each Lambda invocation builds and leaves behind"},
		{Name: "client", Level: Warning, Default: false, Summary: "an http.Client without Timeout, a fasthttp.Client without ReadTimeout"},
		{Name: "server", Level: Warning, Default: false, Summary: "an http.Server that waits forever for a client's headers or next request"},
		{Name: "pool", Level: Warning, Default: false, Summary: "a pool of database connections that are used again however old they are"},
		{Name: "require", Level: Warning, Default: true, Summary: "a field that -require names, left unset, of a type that is not catalogued"},
	}
}

// LevelOf returns the level of the findings of a rule, or of [Directive].
func LevelOf(rule string) Level {
	for _, r := range Rules() {
		if r.Name == rule {
			return r.Level
		}
	}
	return Note
}
