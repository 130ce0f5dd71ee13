// Package strict is analyzed with every row of the catalogue switched on.
package strict

import (
	"crypto/tls"
	"net"
	"net/http"
	"time"
)

var dial = (&net.Dialer{Timeout: 5 * time.Second}).DialContext

// HTTP/2 is on where neither a dialer nor a TLS configuration is one's own.
var Zero = &http.Transport{} // want `^transport: http.Transport does not set ((IdleConnTimeout|MaxIdleConns|MaxIdleConnsPerHost|TLSHandshakeTimeout|DialContext|ResponseHeaderTimeout|MaxConnsPerHost|Proxy|ExpectContinueTimeout) \([^)]*\)(, | and )?){9}(;|$)`

var Dialing = &http.Transport{ // want `^transport: http.Transport does not set ((IdleConnTimeout|MaxIdleConns|MaxIdleConnsPerHost|TLSHandshakeTimeout|ResponseHeaderTimeout|MaxConnsPerHost|Proxy|ExpectContinueTimeout|ForceAttemptHTTP2) \([^)]*\)(, | and )?){9}(;|$)`
	DialContext: dial,
}

var Secure = &http.Transport{ // want `^transport: http.Transport does not set ((IdleConnTimeout|MaxIdleConns|MaxIdleConnsPerHost|TLSHandshakeTimeout|DialContext|ResponseHeaderTimeout|MaxConnsPerHost|Proxy|ExpectContinueTimeout|ForceAttemptHTTP2) \([^)]*\)(, | and )?){10}(;|$)`
	TLSClientConfig: &tls.Config{},
}

var Default = &http.Transport{ // want `^transport: http.Transport does not set ((ResponseHeaderTimeout|MaxConnsPerHost|Proxy|ExpectContinueTimeout|ForceAttemptHTTP2) \([^)]*\)(, | and )?){5}(;|$)`
	DialContext:         dial,
	TLSHandshakeTimeout: 5 * time.Second,
	MaxIdleConns:        100,
	MaxIdleConnsPerHost: 100,
	IdleConnTimeout:     30 * time.Second,
}

// Protocols says which protocols to speak.
var Protocols = &http.Transport{ // want `^transport: http.Transport does not set ((MaxIdleConnsPerHost|ResponseHeaderTimeout|HTTP2) \([^)]*\)(, | and )?){3}(;|$)`
	DialContext:           dial,
	TLSHandshakeTimeout:   5 * time.Second,
	MaxIdleConns:          100,
	MaxConnsPerHost:       100,
	IdleConnTimeout:       30 * time.Second,
	ExpectContinueTimeout: time.Second,
	Proxy:                 http.ProxyFromEnvironment,
	Protocols:             new(http.Protocols),
}

// A TLSNextProto that is not nil turns HTTP/2 off on purpose.
var NextProto = &http.Transport{ // want `^transport: http.Transport does not set ((Proxy|MaxConnsPerHost) \([^)]*\)(, | and )?){2}(;|$)`
	DialContext:           dial,
	TLSClientConfig:       &tls.Config{},
	TLSHandshakeTimeout:   5 * time.Second,
	MaxIdleConns:          100,
	MaxIdleConnsPerHost:   100,
	IdleConnTimeout:       30 * time.Second,
	ResponseHeaderTimeout: 30 * time.Second,
	ExpectContinueTimeout: time.Second,
	TLSNextProto:          map[string]func(string, *tls.Conn) http.RoundTripper{},
}

var Full = &http.Transport{
	DialContext:           dial,
	TLSHandshakeTimeout:   5 * time.Second,
	MaxIdleConns:          100,
	MaxIdleConnsPerHost:   100,
	MaxConnsPerHost:       100,
	IdleConnTimeout:       30 * time.Second,
	ResponseHeaderTimeout: 30 * time.Second,
	ExpectContinueTimeout: time.Second,
	Proxy:                 http.ProxyFromEnvironment,
	ForceAttemptHTTP2:     true,
	HTTP2:                 &http.HTTP2Config{SendPingTimeout: 30 * time.Second},
}

// Timed has a client whose Timeout covers the wait for a response, too.
var Timed = &http.Client{
	Timeout: 10 * time.Second,
	Transport: &http.Transport{
		DialContext:           dial,
		TLSHandshakeTimeout:   5 * time.Second,
		MaxIdleConns:          100,
		MaxIdleConnsPerHost:   100,
		MaxConnsPerHost:       100,
		IdleConnTimeout:       30 * time.Second,
		ExpectContinueTimeout: time.Second,
		Proxy:                 http.ProxyFromEnvironment,
		ForceAttemptHTTP2:     true,
		HTTP2:                 &http.HTTP2Config{SendPingTimeout: time.Second},
	},
}

// Shared has one client that waits, and one that does not.
func shared() (a, b *http.Client) {
	t := &http.Transport{ // want `^transport: http.Transport does not set ResponseHeaderTimeout \([^)]*\)(;|$)`
		DialContext:           dial,
		TLSHandshakeTimeout:   5 * time.Second,
		MaxIdleConns:          100,
		MaxIdleConnsPerHost:   100,
		MaxConnsPerHost:       100,
		IdleConnTimeout:       30 * time.Second,
		ExpectContinueTimeout: time.Second,
		Proxy:                 http.ProxyFromEnvironment,
		ForceAttemptHTTP2:     true,
		HTTP2:                 &http.HTTP2Config{SendPingTimeout: time.Second},
	}
	return &http.Client{Transport: t, Timeout: time.Second}, &http.Client{Transport: t}
}
