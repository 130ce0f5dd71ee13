package evidence

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"
)

func TestMaxIdleConns(t *testing.T) {
	t.Parallel()
	const hosts = 120
	limit := recommended().MaxIdleConns
	for _, test := range []struct {
		name  string
		p     protocol
		value int
		falls bool
	}{
		{"HTTP/1.1 zero", http1, 0, false},
		{"HTTP/1.1 recommended", http1, limit, true},
		{"HTTP/2.0 recommended", http2, limit, false}, // HTTP/1 connections only are counted
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			s := serve(t, test.p, listenLoopback(t), answer)
			tr := s.transport(t)
			tr.MaxIdleConns = test.value
			tr.DialContext = func(ctx context.Context, network, _ string) (net.Conn, error) {
				return recommended().DialContext(ctx, network, s.Listener.Addr().String())
			}
			client := &http.Client{Transport: tr, Timeout: patience}
			scheme, _, _ := strings.Cut(s.URL, "://")
			for i := range hosts {
				if _, err := get(t.Context(), client, fmt.Sprintf("%s://%d.example.com", scheme, i)); err != nil {
					t.Fatal(err)
				}
			}
			if test.falls {
				falls(t, "idle connections", s.conns.open.Load, int64(limit))
				atLeast(t, "idle connections", s.conns.open.Load(), int64(limit)/2)
			} else {
				time.Sleep(aWhile / 4)
				atLeast(t, "idle connections", s.conns.open.Load(), int64(limit+hosts)/2)
			}
			t.Logf("%d idle connections to %d hosts", s.conns.open.Load(), hosts)
		})
	}
}
