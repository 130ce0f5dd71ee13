package strict

import (
	"context"
	"crypto/tls"
	"net"
	"net/http"
	"time"
)

// What turns HTTP/2 off may come later, and so may what turns it on again.
func later(cfg *tls.Config) (a, b http.RoundTripper) {
	t := full() // completed, but for HTTP/2
	t.TLSClientConfig = cfg

	u := fullHTTP2()
	u.TLSClientConfig = cfg
	u.ForceAttemptHTTP2 = true
	return t, u
}

func full() *http.Transport {
	return &http.Transport{ // want `^transport: http.Transport does not set ((ForceAttemptHTTP2) \([^)]*\)(, | and )?){1}(;|$)`
		DialTLSContext: func(ctx context.Context, network, addr string) (net.Conn, error) {
			d := tls.Dialer{NetDialer: &net.Dialer{Timeout: 5 * time.Second}}
			return d.DialContext(ctx, network, addr)
		},
		MaxIdleConns:          100,
		MaxIdleConnsPerHost:   100,
		MaxConnsPerHost:       100,
		IdleConnTimeout:       30 * time.Second,
		ResponseHeaderTimeout: 30 * time.Second,
		ExpectContinueTimeout: time.Second,
		Proxy:                 http.ProxyFromEnvironment,
	}
}

func fullHTTP2() *http.Transport {
	return &http.Transport{
		DialContext:           dial,
		TLSHandshakeTimeout:   5 * time.Second,
		MaxIdleConns:          100,
		MaxIdleConnsPerHost:   100,
		MaxConnsPerHost:       100,
		IdleConnTimeout:       30 * time.Second,
		ResponseHeaderTimeout: 30 * time.Second,
		ExpectContinueTimeout: time.Second,
		Proxy:                 http.ProxyFromEnvironment,
		HTTP2:                 &http.HTTP2Config{SendPingTimeout: 30 * time.Second},
	}
}
