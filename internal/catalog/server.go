package catalog

// server catalogs http.Server.
func server() Type {
	return Type{Package: "net/http", Name: "Server", Rule: "server", Fields: []Field{
		{
			Name: "ReadHeaderTimeout", Since: "1.8", Class: NoLimit, Default: true, Evidence: "TestReadHeaderTimeout",
			Zero:   "Unless ReadTimeout is set, a client that sends part of a request's headers and then stops is waited for without limit.",
			Effect: "a client can hold a connection forever",
			Insert: "10 * time.Second",
			SetBy:  []string{"ReadTimeout"},
		},
		{
			Name: "IdleTimeout", Since: "1.8", Class: NoLimit, Default: true, Evidence: "TestIdleTimeout",
			Zero:   "Unless ReadTimeout is set, a connection without further requests is kept until the client closes it.",
			Effect: "idle connections are kept forever",
			Insert: "2 * time.Minute",
			SetBy:  []string{"ReadTimeout"},
		},
		{
			// No value suits every server: the timeout also cuts off a long upload.
			Name: "ReadTimeout", Since: "1.0", Class: NoLimit, Evidence: "TestReadTimeout",
			Zero:   "A client may take as long as it likes to send a request's body.",
			Effect: "a request's body can be read forever",
		},
		{
			// As above, for a long download.
			Name: "WriteTimeout", Since: "1.0", Class: NoLimit, Evidence: "TestWriteTimeout",
			Zero:   "A client may take as long as it likes to read a response.",
			Effect: "a response can be written forever",
		},
		{
			Name: "MaxHeaderBytes", Since: "1.0", Class: Safe,
			Zero: "A request's headers may take up to 1 MiB.",
		},
		{
			Name: "MaxHeaderValueCount", Since: "1.27", Class: Safe,
			Zero: "A default limits the number of values in a request's headers.",
		},
		{
			Name: "HTTP2", Since: "1.24", Class: Degraded,
			Zero: "HTTP/2 has its default settings, without health checks: a peer that stops answering is never pinged.",
		},
		{
			Name: "Protocols", Since: "1.24", Class: Safe,
			Zero: "HTTP/1 is served, and HTTP/2 over TLS unless another field turns it off.",
		},
		{
			Name: "TLSNextProto", Since: "1.1", Class: Feature,
			Zero: "HTTP/2 is set up automatically over TLS; an empty map turns it off.",
		},
		{
			Name: "DisableClientPriority", Since: "1.27", Class: Feature,
			Zero: "A client's priorities of its HTTP/2 streams are respected.",
		},
		{
			Name: "DisableGeneralOptionsHandler", Since: "1.20", Class: Feature,
			Zero: "OPTIONS * is answered with 200 and no body.",
		},
		{
			Name: "Addr", Since: "1.0", Class: Feature,
			Zero: "ListenAndServe uses port 80 and ListenAndServeTLS port 443.",
		},
		{
			Name: "Handler", Since: "1.0", Class: Feature,
			Zero: "http.DefaultServeMux handles requests.",
		},
		{
			Name: "TLSConfig", Since: "1.0", Class: Safe,
			Zero: "The default TLS configuration is used.",
		},
		{
			Name: "ConnState", Since: "1.3", Class: Feature,
			Zero: "No function hears of a connection's state.",
		},
		{
			Name: "ErrorLog", Since: "1.3", Class: Feature,
			Zero: "Errors go to the standard logger of package log.",
		},
		{
			Name: "BaseContext", Since: "1.13", Class: Feature,
			Zero: "The context of requests is derived from context.Background.",
		},
		{
			Name: "ConnContext", Since: "1.13", Class: Feature,
			Zero: "The context of requests has nothing of their connection but its local address.",
		},
	}}
}
