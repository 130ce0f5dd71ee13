package catalog

// client catalogs http.Client.
func client() Type {
	return Type{Package: "net/http", Name: "Client", Rule: "client", Followed: true, Fields: []Field{
		{
			// No value suits every client: the timeout also cuts off a body that takes long to read.
			Name: "Timeout", Since: "1.3", Class: NoLimit, Default: true, Evidence: "TestClientTimeout",
			NegativeIsZero: true,
			Limits:         LimitsCall,
			Zero:           "A call, including redirects and reading the body, has no limit unless the request's context has a deadline.",
			Effect:         "a request without deadline can hang forever",
			Moot:           []Condition{{Is: RequestsBounded}},
		},
		{
			Name: "Transport", Since: "1.0", Class: Safe,
			Zero: "http.DefaultTransport is used, with connections that all such clients share.",
		},
		{
			Name: "CheckRedirect", Since: "1.0", Class: Safe,
			Zero: "Redirects are followed, up to 10 requests in all.",
		},
		{
			Name: "Jar", Since: "1.0", Class: Feature,
			Zero: "Cookies are not kept, and only those set on the request are sent.",
		},
	}}
}
