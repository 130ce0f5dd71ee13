package catalog

// http2Config catalogs http.HTTP2Config, of clients and servers.
func http2Config() Type {
	return Type{Package: "net/http", Name: "HTTP2Config", Rule: "transport", Fields: []Field{
		{
			Name: "SendPingTimeout", Since: "1.24", Class: NoLimit, Evidence: "TestSendPingTimeout",
			Zero:   "No ping is sent. If the peer vanishes, nobody notices, and requests are still written to the dead connection.",
			Effect: "a peer that vanished is never noticed",
			Insert: "30 * time.Second",
		},
		{
			Name: "PingTimeout", Since: "1.24", Class: Safe,
			Zero: "The wait for a ping's answer ends after 15 s.",
		},
		{
			Name: "WriteByteTimeout", Since: "1.24", Class: NoLimit,
			Zero: "The wait for a write has no limit.",
		},
		{
			Name: "StrictMaxConcurrentRequests", Since: "1.26", Class: Safe,
			Zero: "Where a connection has as many requests as the server allows, another one is opened.",
		},
		{
			Name: "MaxConcurrentStreams", Since: "1.24", Class: Safe,
			Zero: "A client may have 250 requests under way on a connection.",
		},
		{
			Name: "MaxDecoderHeaderTableSize", Since: "1.24", Class: Safe,
			Zero: "The table of received headers takes 4096 bytes.",
		},
		{
			Name: "MaxEncoderHeaderTableSize", Since: "1.24", Class: Safe,
			Zero: "The table of sent headers takes 4096 bytes.",
		},
		{
			Name: "MaxReadFrameSize", Since: "1.24", Class: Safe,
			Zero: "A frame may have 16 KiB from a server, and 1 MiB from a client.",
		},
		{
			Name: "MaxReceiveBufferPerConnection", Since: "1.24", Class: Safe,
			Zero: "A connection buffers up to 1 GiB of a client, and 1 MiB of a server.",
		},
		{
			Name: "MaxReceiveBufferPerStream", Since: "1.24", Class: Safe,
			Zero: "A request buffers up to 4 MiB of a client, and 1 MiB of a server.",
		},
		{
			Name: "PermitProhibitedCipherSuites", Since: "1.24", Class: Safe,
			Zero: "Cipher suites that HTTP/2 prohibits are refused.",
		},
		{
			Name: "CountError", Since: "1.24", Class: Feature,
			Zero: "No function counts errors.",
		},
	}}
}

// http2Transport catalogs the http.RoundTripper of x/net. One that http2.ConfigureTransport makes for an http.Transport is not a value
// of the program's, and takes its limits from that.
func http2Transport() Type {
	return Type{
		Package: "golang.org/x/net/http2", Name: "Transport", Rule: "transport",
		Module: "golang.org/x/net", Versions: []string{"v0.23.0", "v0.62.0"}, Followed: true,
		Fields: []Field{
			{
				Name: "IdleConnTimeout", Limits: LimitsIdle, Class: NoLimit, Evidence: "TestHTTP2TransportIdleConnTimeout",
				Zero:   "An idle connection is kept until the server closes it.",
				Effect: "idle connections stay open",
				Insert: "90 * time.Second",
			},
			{
				Name: "ReadIdleTimeout", Limits: LimitsOther, Class: NoLimit, Evidence: "TestHTTP2TransportReadIdleTimeout",
				Zero:   "No ping is sent. If the server vanishes, nobody notices, and requests are still written to the dead connection.",
				Effect: "a server that vanished is never noticed",
				Insert: "30 * time.Second",
			},
		},
	}
}
