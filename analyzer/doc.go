// Package analyzer finds network clients whose zero-valued fields mean "no limit".
//
// # Analyzer transportlint
//
// transportlint: report http.Transport and net.Dialer values whose zero fields mean no limit
//
// Every field of an http.Transport or a net.Dialer that is left out takes its zero value, and for most of them zero means that
// nothing is limited: idle connections are never closed, a TLS handshake or a connect can hang forever.
//
//	client := &http.Client{Transport: &http.Transport{TLSHandshakeTimeout: 5 * time.Second}}
//
// The analyzer reports
//
//	transport: http.Transport does not set IdleConnTimeout (idle connections stay open), DialContext (can hang) and MaxIdleConnsPerHost (only 2)
//
// A field counts as set if anything is written to it later, too: by the same function, a closure, a helper, a functional option,
// the caller of the constructor, or a function of another package. Where the value goes to code that cannot be seen, and where a
// field cannot matter, nothing is reported.
//
// In AWS Lambda the process is frozen between invocations. The analyzer finds the clients that outlive an invocation, whichever
// package makes them, and reports those that keep idle connections for longer than a server does:
//
//	lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout (AWS ALBs close after 60s) at api/client.go:12
//
// Suggested fixes add the fields that a literal lacks, with the values of http.DefaultTransport; 30 s of IdleConnTimeout in what
// outlives a Lambda invocation.
//
// A transport that is created on every call leaves its connections behind:
//
//	leak: http.Transport is created on every call and does not set IdleConnTimeout (its connections leak); create it once
//
// A value that cannot mean what it looks like is reported, too:
//
//	value: http.Transport sets IdleConnTimeout to 15ns (a bare number is nanoseconds; write 15 * time.Second)
//
// Rules: transport, leak, dialer, value, lambda-idle, lambda-default, lambda-leak and require are on; client (an http.Client without
// Timeout, http.Get), dial (net.Dial), lambda-pool (database connections in Lambda functions), server (an http.Server that waits for its clients) and pool (database connections of any age)
// are off. Flags say what else to report:
//
//	-require=net/http.Transport.ForceAttemptHTTP2,example.com/pkg.Options.Timeout
//	-require=net/http.Transport.IdleConnTimeout<=60s -max-idle=60s
//	-allow=net/http.Transport.MaxIdleConnsPerHost
//	-strict
//	-enable=client -disable=dialer
//	-lambda-entry=example.com/platform.Run -lambda-max-idle=60s
//	-include-tests -include-generated
//
// A comment on the line of the value, or alone on the line above, silences a rule there; the reason is required:
//
//	//transportlint:ignore transport the process makes one request and ends
package analyzer
