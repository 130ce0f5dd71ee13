package catalog

import "time"

// transport catalogs http.Transport. What it inserts are http.DefaultTransport's own values, but
// for the dialer's KeepAlive, whose zero value probes earlier.
func transport() Type {
	return Type{Package: "net/http", Name: "Transport", Rule: "transport", Followed: true, Fields: []Field{
		{
			Name: "IdleConnTimeout", Since: "1.7", Class: NoLimit, Default: true, Evidence: "TestIdleConnTimeout",
			Limits: LimitsIdle, InDefault: "1m30s",
			Zero:   "An idle connection is kept until the server closes it, and its age is not checked before it is reused.",
			Effect: "idle connections stay open",
			Usual:  int64(90 * time.Second),
			Insert: "90 * time.Second", InLambda: "30 * time.Second", Own: Own{Has: "idle"}, // an AWS load balancer closes idle connections after 60 s
			Moot: []Condition{{"DisableKeepAlives", True}, {"MaxIdleConnsPerHost", Negative}, {Is: ClosedAfterUse}, {Is: ClosedOften}, {Is: ByProtocol}, {Is: NeverSends}, {Is: NeverConnects}, {Is: RequestsClose}, {Is: ConnsExpire}, {Is: ConnsClosed}, {Is: NoPool}, {Is: Brief}, {Is: LeaksPerCall}},
		},
		{
			Name: "TLSHandshakeTimeout", Since: "1.3", Class: NoLimit, Default: true, Evidence: "TestTLSHandshakeTimeout",
			Limits: LimitsTLS, InDefault: "10s",
			Zero:   "If the server stops answering during the handshake, the wait has no limit. Since Go 1.23, a request's deadline ends the call, but the handshake continues with its goroutines and its socket.",
			Effect: "can hang",
			Usual:  int64(10 * time.Second),
			Insert: "10 * time.Second", Own: ownWait(),
			Moot: []Condition{{"DialTLSContext", Set}, {"DialTLS", Set}, {Is: DialsUnix}, {Is: DialsTunnel}, {Is: ConnsExpire}, {Is: PlainHTTP}, {Is: OnlyH2C}, {Is: ByProtocol}, {Is: NeverSends}, {Is: NeverConnects}, {Is: ClosedInTime}},
		},
		{
			Name: "DialContext", Since: "1.7", Class: NoLimit, Default: true, Evidence: "TestDialContext",
			Limits: LimitsConnect, InDefault: "30s",
			Zero:   "Unless Dial is set, a zero net.Dialer connects, which has no timeout. If the host does not answer, only the operating system gives up, on Linux after about 130 s.",
			Effect: "can hang",
			Insert: "(&net.Dialer{Timeout: 30 * time.Second}).DialContext", Own: ownWait(),
			SetBy: []string{"Dial"}, EveryPath: true,
			Moot: []Condition{{"DialTLSContext", Set}, {"DialTLS", Set}, {Is: ByProtocol}, {Is: NeverSends}, {Is: NeverConnects}, {Is: ClosedInTime}},
		},
		{
			// Two are enough for most. So it is named where something else is missing anyway, or where somebody thought of more.
			Name: "MaxIdleConnsPerHost", Since: "1.0", Class: Degraded, Evidence: "TestMaxIdleConnsPerHost",
			Limits: LimitsOther, Assumed: "2",
			Zero:   "http.DefaultMaxIdleConnsPerHost applies: all but 2 of the HTTP/1 connections to a host are closed when they become idle.",
			Effect: "only 2",
			Beside: []string{"IdleConnTimeout", "TLSHandshakeTimeout", "DialContext"},
			Alone:  []Condition{{"MaxIdleConns", MoreThanPerHost}, {"MaxConnsPerHost", MoreThanPerHost}, {Is: Proxies}},
			Moot: []Condition{{"DisableKeepAlives", True}, {Is: ClosedAfterUse}, {Is: ByProtocol}, {Is: NeverSends}, {Is: NeverConnects}, {Is: RequestsClose}, {Is: ConnsClosed}, {Is: NoPool}, {Is: OnlyH2C}, {Is: Brief}, {"MaxConnsPerHost", NoMoreThanPerHost}, {"MaxIdleConns", NoMoreThanPerHost},
				{Is: LikeDefaultTransport}},
		},
		{
			Name: "MaxIdleConns", Since: "1.7", Class: NoLimit, Evidence: "TestMaxIdleConns",
			Limits: LimitsOther, InDefault: "100",
			Zero:   "The number of idle HTTP/1 connections is limited per host, but not across hosts. HTTP/2 connections never count.",
			Effect: "no limit across hosts",
			Usual:  100,
			Insert: "100", Above: "MaxIdleConnsPerHost",
			Moot: []Condition{{"DisableKeepAlives", True}, {"MaxIdleConnsPerHost", Negative}, {Is: ClosedAfterUse}, {Is: ByProtocol}, {Is: NeverSends}, {Is: NeverConnects}, {Is: RequestsClose}, {Is: ConnsClosed}, {Is: NoPool}, {Is: OnlyH2C}, {Is: Brief}},
		},
		{
			Name: "ResponseHeaderTimeout", Since: "1.1", Class: NoLimit, BesideDefault: true, Evidence: "TestResponseHeaderTimeout",
			Limits: LimitsWait,
			Zero:   "Once the request is written, the wait for the response's headers has no limit of its own.",
			Effect: "a response can take forever",
			Moot:   []Condition{{Is: ClientTimesOut}},
		},
		{
			Name: "MaxConnsPerHost", Since: "1.11", Class: NoLimit, Evidence: "TestMaxConnsPerHost",
			NegativeIsZero: true,
			Limits:         LimitsOther,
			Zero:           "A burst of HTTP/1 requests to one host opens as many connections as there are requests in flight.",
			Effect:         "no limit on connections",
		},
		{
			Name: "Proxy", Since: "1.0", Class: Degraded, BesideDefault: true, Evidence: "TestProxy",
			Zero:   "Requests go directly to the server, whatever HTTP_PROXY and HTTPS_PROXY say.",
			Effect: "the environment's proxy is ignored",
			Insert: "http.ProxyFromEnvironment",
		},
		{
			Name: "ExpectContinueTimeout", Since: "1.6", Class: Degraded, BesideDefault: true, Evidence: "TestExpectContinueTimeout",
			Limits: LimitsOther, Assumed: "no wait", InDefault: "1s",
			Zero:   "A request with the header Expect: 100-continue sends its body immediately, without waiting for the server's response.",
			Effect: "bodies are sent without waiting",
			Insert: "time.Second",
		},
		{
			Name: "ForceAttemptHTTP2", Since: "1.13", Class: Degraded, BesideDefault: true, Evidence: "TestForceAttemptHTTP2",
			Limits: Aside, InDefault: "true",
			Zero:   "HTTP/2 is off if a dial function or TLSClientConfig is set and Protocols is not.",
			Effect: "other fields turn HTTP/2 off",
			Insert: "true",
			Matters: []Condition{
				{"Dial", Set}, {"DialContext", Set}, {"DialTLS", Set}, {"DialTLSContext", Set}, {"TLSClientConfig", Set},
			},
			Moot: []Condition{{"Protocols", Set}, {"TLSNextProto", Set}},
		},
		{
			Name: "HTTP2", Since: "1.24", Class: Degraded, BesideDefault: true, Evidence: "TestSendPingTimeout",
			Zero:    "HTTP/2 has its default settings, without health checks: a peer that stops answering is never pinged.",
			Effect:  "an HTTP/2 server that vanished is never noticed",
			Matters: []Condition{{"ForceAttemptHTTP2", True}, {"Protocols", Set}}, // HTTP/2 was asked for
			Moot:    []Condition{{"DisableKeepAlives", True}},
		},
		{
			Name: "Protocols", Since: "1.24", Class: Safe, BesideDefault: true,
			Zero: "HTTP/1 is used, and HTTP/2 over TLS unless another field turns it off.",
		},
		{
			Name: "TLSNextProto", Since: "1.6", Class: Feature, BesideDefault: true,
			Zero: "HTTP/2 is set up automatically where the other fields allow it; an empty map turns it off.",
		},
		{
			Name: "TLSClientConfig", Since: "1.0", Class: Safe, BesideDefault: true,
			Zero: "The default TLS configuration is used.",
		},
		{
			Name: "DialTLSContext", Since: "1.14", Class: Feature,
			Limits: Aside,
			Zero:   "Unless DialTLS is set, an HTTPS connection is dialed like any other and the transport does the handshake.",
		},
		{
			Name: "DialTLS", Since: "1.4", Class: Feature,
			Limits: Aside,
			Zero:   "DialTLSContext decides; the field is deprecated.",
		},
		{
			Name: "Dial", Since: "1.0", Class: Feature,
			Limits: Aside,
			Zero:   "DialContext decides; the field is deprecated.",
		},
		{
			Name: "DisableKeepAlives", Since: "1.0", Class: Safe, BesideDefault: true,
			Limits: Aside,
			Zero:   "Connections are kept for further requests.",
		},
		{
			Name: "DisableCompression", Since: "1.0", Class: Safe, BesideDefault: true,
			Zero: "The transport asks for gzip and decompresses what comes back, with no limit on its size.",
		},
		{
			Name: "MaxResponseHeaderBytes", Since: "1.7", Class: Safe, BesideDefault: true,
			Zero: "A response's headers may take up to 10 MiB.",
		},
		{
			Name: "WriteBufferSize", Since: "1.13", Class: Safe, BesideDefault: true,
			Zero: "The write buffer of a connection holds 4 KiB.",
		},
		{
			Name: "ReadBufferSize", Since: "1.13", Class: Safe, BesideDefault: true,
			Zero: "The read buffer of a connection holds 4 KiB.",
		},
		{
			Name: "ProxyConnectHeader", Since: "1.8", Class: Feature, BesideDefault: true,
			Zero: "Nothing is added to the headers of a CONNECT request.",
		},
		{
			Name: "GetProxyConnectHeader", Since: "1.16", Class: Feature, BesideDefault: true,
			Zero: "ProxyConnectHeader is sent, whatever the proxy and the target.",
		},
		{
			Name: "OnProxyConnectResponse", Since: "1.20", Class: Feature, BesideDefault: true,
			Zero: "Of a proxy's answer to a CONNECT request only the status is looked at.",
		},
	}}
}
