package evidence

import (
	"bufio"
	"context"
	"crypto/tls"
	"io"
	"net"
	"net/http"
	"net/url"
	"testing"
	"testing/synctest"
)

// A transport's TLSHandshakeTimeout does not limit the handshake that its DialTLSContext or DialTLS is for. Through a proxy it
// is the transport that does the handshake with the server, and the limit counts.
func TestTLSHandshakeTimeoutBesideDialTLS(t *testing.T) {
	t.Parallel()
	type dial = func(context.Context, string, string) (net.Conn, error)
	config := &tls.Config{ServerName: "example.com"}
	shaken := func(l *pipes) dial {
		return func(ctx context.Context, network, addr string) (net.Conn, error) {
			conn, err := l.DialContext(ctx, network, addr)
			if err != nil {
				return nil, err
			}
			secure := tls.Client(conn, config)
			return secure, secure.HandshakeContext(ctx)
		}
	}
	unshaken := func(l *pipes) dial {
		return func(ctx context.Context, network, addr string) (net.Conn, error) {
			conn, err := l.DialContext(ctx, network, addr)
			if err != nil {
				return nil, err
			}
			return tls.Client(conn, config), nil
		}
	}
	for _, test := range []struct {
		name  string
		set   func(*http.Transport, *pipes)
		hangs bool
	}{
		{"neither", func(*http.Transport, *pipes) {}, false},
		{"DialTLSContext", func(tr *http.Transport, l *pipes) { tr.DialTLSContext = shaken(l) }, true},
		{"DialTLSContext without a handshake", func(tr *http.Transport, l *pipes) { tr.DialTLSContext = unshaken(l) }, true},
		{"DialTLS", func(tr *http.Transport, l *pipes) {
			tr.DialTLS = func(network, addr string) (net.Conn, error) { //nolint:staticcheck // deprecated, and in use
				return unshaken(l)(context.Background(), network, addr)
			}
		}, true},
		{"DialTLSContext and a proxy", func(tr *http.Transport, l *pipes) {
			tr.DialTLSContext = shaken(l)
			tr.Proxy = http.ProxyURL(&url.URL{Scheme: "http", Host: "proxy.test:3128"})
		}, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				l := listenPipes()
				tr := recommended()
				tr.DialContext = l.DialContext
				test.set(tr, l)
				if tr.Proxy == nil {
					silence(t, l)
				} else {
					proxyToSilence(t, l)
				}
				c := start(t, func(ctx context.Context) error {
					_, err := get(ctx, &http.Client{Transport: tr}, "https://example.com")
					return err
				})
				if test.hangs {
					c.hangs(t, forEver)
				} else if took := c.fails(t, "TLS handshake timeout"); took != tr.TLSHandshakeTimeout {
					t.Errorf("failed after %v, want %v", took, tr.TLSHandshakeTimeout)
				}
			})
		})
	}
}

// proxyToSilence connects who comes to a server that never says a word.
func proxyToSilence(t *testing.T, l *pipes) {
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			go func() {
				defer conn.Close()
				in := bufio.NewReader(conn)
				if _, err := http.ReadRequest(in); err != nil {
					return
				}
				_, _ = io.WriteString(conn, "HTTP/1.1 200 Connection established\r\n\r\n")
				_, _ = io.Copy(io.Discard, in)
			}()
		}
	}()
	t.Cleanup(func() { _ = l.Close() })
}
