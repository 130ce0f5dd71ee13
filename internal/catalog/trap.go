package catalog

// A Trap is a field whose value cannot mean what it looks like, by itself or beside others. The rule value reports it.
type Trap struct {
	Package, Type string
	Field         string
	Is            Lie
	With          string   // the other field, where Is speaks of one
	Unless        []string // fields that make it harmless if anything is written to them
	Reason        string   // what follows, for messages; empty for a [BareNumber], whose reason is the same everywhere
	Evidence      string   // the test in the folder evidence that shows it
}

// A Lie says in what way a value does not mean what it looks like.
type Lie uint8

const (
	BareNumber  Lie = iota + 1 // a time.Duration above one and below a million that is written without a unit
	BelowZero                  // a constant below zero
	Without                    // a value that counts only if With is true
	Beside                     // a value that does not count where With is set
	Above                      // a constant above that of With
	OnceOnly                   // a point in time, in a value that is kept
	OffersHTTP2                // a TLS configuration that offers HTTP/2 for a transport that does not speak it
	Crossed                    // another field of a value of which other fields are copied to where they belong
	Cloned                     // none of the fields that Unless lists is set, and the value is cloned
)

// Traps returns the traps that are known. The slice is the caller's own.
func Traps() []Trap {
	traps := []Trap{
		{Package: "net", Type: "Dialer", Field: "Timeout", Is: BelowZero, Evidence: "TestNegativeLimit",
			Reason: "every dial fails at once"},
		{Package: "net", Type: "Dialer", Field: "Deadline", Is: OnceOnly, Evidence: "TestDialerDeadline",
			Reason: "every dial after it fails"},
		{Package: "net/http", Type: "Transport", Field: "TLSHandshakeTimeout", Is: BelowZero, Evidence: "TestNegativeLimit",
			Reason: "every TLS handshake fails at once"},
		{Package: "net/http", Type: "Transport", Field: "ResponseHeaderTimeout", Is: BelowZero, Evidence: "TestNegativeLimit",
			Unless: offHTTP2, Reason: "over HTTP/2 every request fails at once"},
		{Package: "net/http", Type: "Transport", Field: "IdleConnTimeout", Is: BelowZero, Evidence: "TestNegativeIdleLimit",
			Unless: append([]string{"DisableKeepAlives"}, offHTTP2...), Reason: "HTTP/2 connections are closed before use"},
		{Package: "net/http", Type: "Transport", Field: "MaxIdleConnsPerHost", Is: Above, With: "MaxIdleConns",
			Evidence: "TestMaxIdleConnsPerHostAboveMaxIdleConns", Unless: []string{"DisableKeepAlives"}, Reason: "never reached"},
		{Package: "net/http", Type: "Transport", Field: "TLSHandshakeTimeout", Is: Beside, With: "DialTLSContext",
			Evidence: "TestTLSHandshakeTimeoutBesideDialTLS", Unless: []string{"Proxy"}, Reason: "does not limit that function's handshake"},
		{Package: "net/http", Type: "Transport", Field: "TLSHandshakeTimeout", Is: Beside, With: "DialTLS",
			Evidence: "TestTLSHandshakeTimeoutBesideDialTLS", Unless: []string{"Proxy", "DialTLSContext"}, Reason: "does not limit that function's handshake"},
		{Package: "net/http", Type: "Transport", Field: "TLSClientConfig", Is: OffersHTTP2, With: "ForceAttemptHTTP2",
			Evidence: "TestNextProtosLosesHTTP2", Unless: []string{"ForceAttemptHTTP2", "Protocols", "TLSNextProto", "DialTLSContext", "DialTLS"},
			Reason: "requests to HTTP/2 servers fail"},
		{Package: "net/http", Type: "Transport", Field: "ForceAttemptHTTP2", Is: Cloned, With: "ForceAttemptHTTP2",
			Evidence: "TestCloneLosesHTTP2", Unless: append([]string{"ForceAttemptHTTP2", "Protocols"}, offHTTP2...),
			Reason: "requests to HTTP/2 servers fail"},
	}
	for _, field := range []string{"Idle", "Interval", "Count"} {
		traps = append(traps, Trap{Package: "net", Type: "KeepAliveConfig", Field: field, Is: Without, With: "Enable",
			Evidence: "TestKeepAliveConfig", Reason: "ignored"})
	}
	// Durations alone: a copy may well have another field's size or number, as MaxIdleConns for MaxIdleConnsPerHost.
	for _, field := range []string{"TLSHandshakeTimeout", "IdleConnTimeout", "ResponseHeaderTimeout", "ExpectContinueTimeout"} {
		traps = append(traps, Trap{Package: "net/http", Type: "Transport", Field: field, Is: Crossed,
			Evidence: "TestCrossedField", Reason: "the copy has the wrong value"})
	}
	for _, d := range []struct{ pkg, name, field, evidence string }{
		{"net", "Dialer", "Timeout", "TestBareNumber"},
		{"net", "Dialer", "KeepAlive", "TestKeepAliveConfig"},
		{"net", "KeepAliveConfig", "Idle", "TestKeepAliveConfig"},
		{"net", "KeepAliveConfig", "Interval", "TestKeepAliveConfig"},
		{"net/http", "Client", "Timeout", "TestBareNumber"},
		{"net/http", "Transport", "IdleConnTimeout", "TestBareNumberIdleConnTimeout"},
		{"net/http", "Transport", "TLSHandshakeTimeout", "TestBareNumber"},
		{"net/http", "Transport", "ResponseHeaderTimeout", "TestBareNumber"},
		{"net/http", "Transport", "ExpectContinueTimeout", "TestBareNumberExpectContinueTimeout"},
		{"net/http", "HTTP2Config", "SendPingTimeout", "TestBareNumberPing"},
		{"net/http", "HTTP2Config", "PingTimeout", "TestBareNumberPing"},
		{"net/http", "Server", "ReadTimeout", "TestBareNumberServer"},
		{"net/http", "Server", "ReadHeaderTimeout", "TestBareNumberServer"},
		{"net/http", "Server", "WriteTimeout", "TestBareNumberServer"},
		{"net/http", "Server", "IdleTimeout", "TestBareNumberServer"},
	} {
		traps = append(traps, Trap{Package: d.pkg, Type: d.name, Field: d.field, Is: BareNumber, Evidence: d.evidence})
	}
	return traps
}

// offHTTP2 are fields of http.Transport that turn HTTP/2 off, some of them unless others turn it on again.
var offHTTP2 = []string{"Dial", "DialContext", "DialTLS", "DialTLSContext", "TLSClientConfig", "TLSNextProto"}
