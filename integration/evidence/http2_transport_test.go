package evidence

import (
	"context"
	"crypto/tls"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"golang.org/x/net/http2"
)

// An http2.Transport that stands alone has an IdleConnTimeout of its own, and zero closes nothing.
func TestHTTP2TransportIdleConnTimeout(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name  string
		value time.Duration
		stays bool
	}{
		{"zero", 0, true},
		{"90s", 90 * time.Second, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				s := startHTTP2(t)
				s.transport.IdleConnTimeout = test.value
				if err := s.get(t.Context()); err != nil {
					t.Fatal(err)
				}
				time.Sleep(forEver)
				synctest.Wait()
				n := s.open.Load()
				t.Logf("%d idle connections after %v", n, forEver)
				if (n == 1) != test.stays {
					t.Errorf("%d connections are open; one should be: %v", n, test.stays)
				}
			})
		})
	}
}

// Of a server that has vanished, ReadIdleTimeout zero notices nothing.
func TestHTTP2TransportReadIdleTimeout(t *testing.T) {
	t.Parallel()
	const (
		ping = 30 * time.Second
		pong = 15 * time.Second // PingTimeout zero
	)
	for _, test := range []struct {
		name  string
		value time.Duration
		hangs bool
	}{
		{"zero", 0, true},
		{"30s", ping, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				s := startHTTP2(t)
				s.transport.ReadIdleTimeout = test.value
				if err := s.get(t.Context()); err != nil {
					t.Fatal(err)
				}
				s.vanish()
				ctx, cancel := context.WithCancel(t.Context())
				defer cancel()
				again := func() error { return s.get(ctx) }
				if test.hangs {
					hangs(t, 24*time.Hour, again, cancel)
				} else if took := fails(t, "client connection lost", again); took > ping+pong {
					t.Errorf("failed after %v, want no more than %v", took, ping+pong)
				}
			})
		})
	}
}

// The handshake has no limit of its own. Unlike http.Transport's, it ends with the context of the request.
func TestHTTP2TransportDialTLSContext(t *testing.T) {
	t.Parallel()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	silence(l)
	//transportlint:ignore transport the test shows what follows
	tr := new(http2.Transport)
	ctx, cancel := context.WithCancel(t.Context())
	hangs(t, time.Second, func() error {
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, "https://"+l.Addr().String(), nil)
		if err != nil {
			return err
		}
		resp, err := tr.RoundTrip(req)
		if err == nil {
			_ = resp.Body.Close()
		}
		return err
	}, cancel)
}

// A transport that x/net has configured speaks HTTP/2 with a TLS configuration of its own, and so do its clones.
func TestConfigureTransport(t *testing.T) {
	t.Parallel()
	s := httptest.NewUnstartedServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))
	s.EnableHTTP2 = true
	s.StartTLS()
	defer s.Close()
	for _, test := range []struct {
		name  string
		clone bool
	}{
		{"configured", false},
		{"configured and cloned", true},
	} {
		t.Run(test.name, func(t *testing.T) {
			//transportlint:ignore transport the test shows what follows
			tr := &http.Transport{
				TLSClientConfig: &tls.Config{RootCAs: s.Client().Transport.(*http.Transport).TLSClientConfig.RootCAs, NextProtos: []string{"h2"}},
			}
			if err := http2.ConfigureTransport(tr); err != nil {
				t.Fatal(err)
			}
			if test.clone {
				tr = tr.Clone()
			}
			defer tr.CloseIdleConnections()
			resp, err := (&http.Client{Transport: tr}).Get(s.URL)
			if err != nil {
				t.Fatal(err)
			}
			_ = resp.Body.Close()
			t.Logf("answered by %s", resp.Proto)
			if resp.ProtoMajor != 2 {
				t.Errorf("answered by %s, want HTTP/2", resp.Proto)
			}
		})
	}
}

// An http2Server speaks HTTP/2 without TLS, over pipes, to its transport.
type http2Server struct {
	transport *http2.Transport
	open      atomic.Int64 // connections
	vanished  atomic.Bool
}

func startHTTP2(t *testing.T) *http2Server {
	l := listenPipes()
	s := new(http2Server)
	s.transport = &http2.Transport{AllowHTTP: true, DialTLSContext: func(ctx context.Context, network, addr string, _ *tls.Config) (net.Conn, error) {
		return l.DialContext(ctx, network, addr)
	}}
	both := new(http.Protocols)
	both.SetUnencryptedHTTP2(true)
	server := &http.Server{Protocols: both, ErrorLog: log.New(io.Discard, "", 0), Handler: http.HandlerFunc(func(http.ResponseWriter, *http.Request) {})}
	go func() { _ = server.Serve(&watched{l, s}) }()
	t.Cleanup(func() {
		s.transport.CloseIdleConnections()
		_ = server.Close()
		_ = l.Close()
	})
	return s
}

func (s *http2Server) get(ctx context.Context) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://example.com/", nil)
	if err != nil {
		return err
	}
	resp, err := s.transport.RoundTrip(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// vanish lets what is sent be swallowed, and nothing come back.
func (s *http2Server) vanish() { s.vanished.Store(true) }

// watched is a listener whose connections count in a server, and vanish with it.
type watched struct {
	*pipes
	s *http2Server
}

func (w *watched) Accept() (net.Conn, error) {
	conn, err := w.pipes.Accept()
	if err != nil {
		return nil, err
	}
	w.s.open.Add(1)
	return &watchedConn{Conn: conn, s: w.s, closed: sync.OnceFunc(func() { w.s.open.Add(-1) })}, nil
}

type watchedConn struct {
	net.Conn
	s      *http2Server
	closed func()
}

func (c *watchedConn) Close() error {
	c.closed()
	return c.Conn.Close()
}

func (c *watchedConn) Read(p []byte) (int, error) {
	for {
		n, err := c.Conn.Read(p)
		if err != nil || !c.s.vanished.Load() {
			return n, err
		}
	}
}

func (c *watchedConn) Write(p []byte) (int, error) {
	if c.s.vanished.Load() {
		return len(p), nil
	}
	return c.Conn.Write(p)
}
