package catalog

// netDialer catalogs net.Dialer.
func netDialer() Type {
	return Type{Package: "net", Name: "Dialer", Rule: "dialer", Followed: true, Fields: []Field{
		{
			Name: "Timeout", Since: "1.1", Class: NoLimit, Default: true, Evidence: "TestDialerTimeout",
			Limits: LimitsConnect,
			Zero:   "A dial has no timeout, neither for resolving the name nor for connecting. If the host does not answer, only the operating system gives up, on Linux after about 130 s.",
			Effect: "only the operating system limits a dial",
			Insert: "30 * time.Second", Own: ownWait(),
			SetBy: []string{"Deadline", "Cancel"},
			Moot:  []Condition{{Is: DialsBounded}, {Is: NoLimitChosen}},
		},
		{
			Name: "Deadline", Since: "1.1", Class: Feature,
			Limits: Aside,
			Zero:   "No point in time ends a dial.",
		},
		{
			Name: "KeepAlive", Since: "1.3", Class: Safe,
			Limits: LimitsOther, Assumed: "15s",
			Zero: "TCP keep-alive probes are on: the first after 15 s of silence, then one every 15 s, up to 9.",
		},
		{
			Name: "KeepAliveConfig", Since: "1.23", Class: Safe,
			Zero: "Enable is false, so KeepAlive decides, and Idle, Interval and Count are ignored.",
		},
		{
			Name: "FallbackDelay", Since: "1.5", Class: Safe,
			Zero: "If IPv6 has not connected after 300 ms, IPv4 is tried, too.",
		},
		{
			Name: "DualStack", Since: "1.2", Class: Feature,
			Zero: "The field is deprecated and ignored.",
		},
		{
			Name: "LocalAddr", Since: "1.1", Class: Feature,
			Zero: "The operating system chooses the local address.",
		},
		{
			Name: "Resolver", Since: "1.8", Class: Safe,
			Zero: "net.DefaultResolver looks names up.",
		},
		{
			Name: "Cancel", Since: "1.6", Class: Feature,
			Zero: "No channel cancels a dial; the field is deprecated in favor of a context.",
		},
		{
			Name: "Control", Since: "1.11", Class: Feature,
			Zero: "Unless ControlContext is set, no function sees the socket before it connects.",
		},
		{
			Name: "ControlContext", Since: "1.20", Class: Feature,
			Zero: "Unless Control is set, no function sees the socket before it connects.",
		},
	}}
}

// tlsDialer catalogs tls.Dialer.
func tlsDialer() Type {
	return Type{Package: "crypto/tls", Name: "Dialer", Rule: "dialer", Followed: true, Fields: []Field{
		{
			Name: "NetDialer", Since: "1.15", Class: NoLimit, Default: true, Evidence: "TestNetDialer",
			Limits: LimitsConnect,
			Zero:   "A zero net.Dialer connects, which has no timeout, and the net.Dialer's timeout also limits the handshake.",
			Effect: "dial and handshake have no timeout",
			Insert: "&net.Dialer{Timeout: 30 * time.Second}", Own: ownWait(),
			Moot: []Condition{{Is: DialsBounded}},
		},
		{
			Name: "Config", Since: "1.15", Class: Safe,
			Zero: "The default TLS configuration is used, which does not offer HTTP/2.",
		},
	}}
}
