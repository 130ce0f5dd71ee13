// Package mixed sends requests through ssh or not, so that a handshake may hang.
package mixed

import (
	"context"
	"net"
	"net/http"
	"time"

	"golang.org/x/crypto/ssh"

	"tunnels/mixed/eitherdialer"
)

func sometimes(client *ssh.Client) http.RoundTripper {
	return &http.Transport{ // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
		DialContext: func(_ context.Context, network, addr string) (net.Conn, error) {
			if client == nil {
				return net.DialTimeout(network, addr, time.Second)
			}
			return client.Dial(network, addr)
		},
	}
}

func either(client *ssh.Client) http.RoundTripper {
	dial := eitherdialer.Either(client, "tcp", "docker:2375")
	return &http.Transport{DialContext: dial} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
}
