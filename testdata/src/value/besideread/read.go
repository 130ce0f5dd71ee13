// Package besideread has a function for the handshake that looks at the transport's own limit.
package besideread

import (
	"context"
	"crypto/tls"
	"net"
	"net/http"
	"time"
)

func transport() *http.Transport {
	var tr *http.Transport
	tr = &http.Transport{
		TLSHandshakeTimeout: 10 * time.Second,
		DialTLSContext: func(ctx context.Context, network, addr string) (net.Conn, error) {
			ctx, cancel := context.WithTimeout(ctx, tr.TLSHandshakeTimeout)
			defer cancel()
			return new(tls.Dialer).DialContext(ctx, network, addr)
		},
	}
	return tr
}
