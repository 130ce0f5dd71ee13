package evidence

import (
	"context"
	"crypto/tls"
	"net"
	"net/http"
	"net/url"
	"testing"
)

// http.Get and its like use http.DefaultClient, which has no Timeout.
func TestDefaultClient(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name string
		call func(url string) (*http.Response, error)
	}{
		{"Get", http.Get},
		{"Head", http.Head},
		{"Post", func(url string) (*http.Response, error) { return http.Post(url, "text/plain", http.NoBody) }},
		{"PostForm", func(u string) (*http.Response, error) { return http.PostForm(u, url.Values{}) }},
		{"DefaultClient", http.DefaultClient.Get},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := serve(t, http1, listenLoopback(t), keepWaiting)
			start(t, func(ctx context.Context) error {
				defer context.AfterFunc(ctx, s.CloseClientConnections)()
				resp, err := tt.call(s.URL)
				if err == nil {
					_ = resp.Body.Close()
				}
				return err
			}).hangs(t, aWhile)
		})
	}
	t.Run("own with Timeout", func(t *testing.T) {
		t.Parallel()
		s := serve(t, http1, listenLoopback(t), keepWaiting)
		start(t, func(context.Context) error {
			_, err := (&http.Client{Transport: s.transport(t), Timeout: aWhile / 4}).Get(s.URL)
			return err
		}).fails(t, "deadline exceeded")
	})
}

// net.Dial and net.DialTCP connect as a zero net.Dialer does.
func TestDial(t *testing.T) {
	t.Parallel()
	addr := unanswered(t)
	dial := func(t *testing.T, f func() (net.Conn, error)) *call {
		return start(t, func(context.Context) error {
			conn, err := f()
			if err == nil {
				_ = conn.Close()
			}
			return err
		})
	}
	t.Run("Dial", func(t *testing.T) {
		t.Parallel()
		dial(t, func() (net.Conn, error) { return net.Dial("tcp", addr) }).lasts(t, aWhile)
	})
	t.Run("DialTCP", func(t *testing.T) {
		t.Parallel()
		to, err := net.ResolveTCPAddr("tcp", addr)
		if err != nil {
			t.Fatal(err)
		}
		dial(t, func() (net.Conn, error) { return net.DialTCP("tcp", nil, to) }).lasts(t, aWhile)
	})
	t.Run("DialTimeout", func(t *testing.T) {
		t.Parallel()
		dial(t, func() (net.Conn, error) { return net.DialTimeout("tcp", addr, aWhile/4) }).fails(t, "i/o timeout")
	})
}

// tls.Dial connects and does the handshake as a zero tls.Dialer does.
func TestTLSDial(t *testing.T) {
	t.Parallel()
	dial := func(t *testing.T, addr string) {
		start(t, func(context.Context) error {
			conn, err := tls.Dial("tcp", addr, new(tls.Config))
			if err == nil {
				_ = conn.Close()
			}
			return err
		}).lasts(t, aWhile)
	}
	t.Run("handshake", func(t *testing.T) {
		t.Parallel()
		l := listenLoopback(t)
		silence(t, l)
		dial(t, l.Addr().String())
	})
	t.Run("connect", func(t *testing.T) {
		t.Parallel()
		dial(t, unanswered(t))
	})
}
