// Package tunnels sends requests through ssh, which encrypts them: their URLs begin with http://, and no handshake hangs.
package tunnels

import (
	"context"
	"net"
	"net/http"

	"github.com/docker/cli/cli/connhelper"
	"golang.org/x/crypto/ssh"

	"tunnels/sshdialer"
)

func direct(client *ssh.Client) http.RoundTripper {
	return &http.Transport{ // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
		DialContext: func(_ context.Context, network, addr string) (net.Conn, error) {
			return client.Dial(network, addr)
		},
	}
}

func method(client *ssh.Client) http.RoundTripper {
	return &http.Transport{Dial: client.Dial} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
}

func helper(host string) (http.RoundTripper, error) {
	h, err := connhelper.GetConnectionHelper(host)
	if err != nil {
		return nil, err
	}
	return &http.Transport{DialContext: h.Dialer}, nil // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
}

func made(client *ssh.Client) (http.RoundTripper, error) {
	dial, err := sshdialer.Tunnel(client, "tcp", "docker:2375")
	if err != nil {
		return nil, err
	}
	return &http.Transport{DialContext: dial}, nil // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
}
