package evidence

import (
	"context"
	"io"
	"log"
	"net"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// A bare number in a time.Duration is nanoseconds. A limit of so little is over before anything can happen.
// This is what the rule value reports of durations under a millisecond.
func TestBareNumber(t *testing.T) {
	t.Parallel()
	const requests = 10
	for _, test := range []struct {
		name string
		p    protocol
		set  func(*http.Client, *http.Transport, time.Duration)
		bare time.Duration
		text string // of the error
	}{
		{"TLSHandshakeTimeout: 10", http2, func(_ *http.Client, tr *http.Transport, d time.Duration) { tr.TLSHandshakeTimeout = d }, 10,
			"TLS handshake timeout"},
		{"ResponseHeaderTimeout: 30", http1, func(_ *http.Client, tr *http.Transport, d time.Duration) { tr.ResponseHeaderTimeout = d }, 30,
			"timeout awaiting response headers"},
		{"ResponseHeaderTimeout: 30", http2, func(_ *http.Client, tr *http.Transport, d time.Duration) { tr.ResponseHeaderTimeout = d }, 30,
			"timeout awaiting response headers"},
		{"Client.Timeout: 30", http1, func(c *http.Client, _ *http.Transport, d time.Duration) { c.Timeout = d }, 30, "Client.Timeout exceeded"},
		{"Dialer.Timeout: 5", http1, func(_ *http.Client, tr *http.Transport, d time.Duration) {
			tr.DialContext = (&net.Dialer{Timeout: d}).DialContext
		}, 5, "i/o timeout"},
	} {
		for _, unit := range []time.Duration{time.Nanosecond, time.Second} {
			t.Run(string(test.p)+" "+test.name+" times "+unit.String(), func(t *testing.T) {
				t.Parallel()
				s := serve(t, test.p, listenLoopback(t), answerSoon)
				tr := s.transport(t)
				client := &http.Client{Transport: tr}
				test.set(client, tr, test.bare*unit)
				var failed int64
				var last error
				for range requests {
					if _, err := get(t.Context(), client, s.URL); err != nil {
						failed++
						last = err
					}
				}
				t.Logf("%d of %d requests failed; error: %v", failed, requests, last)
				if unit == time.Second {
					atMost(t, "requests failed", failed, 0)
					return
				}
				atLeast(t, "requests failed", failed, requests-1)
				if last != nil && !strings.Contains(last.Error(), test.text) {
					t.Errorf("the error is %v, want one that says %q", last, test.text)
				}
			})
		}
	}
}

// answerSoon is a handler that answers as a server in a network does: not before a limit of some nanoseconds is over.
func answerSoon(http.ResponseWriter, *http.Request) { time.Sleep(aWhile / 100) }

// With an IdleConnTimeout of 15 ns no connection is used twice. Over HTTP/2 most are closed before they are used at all, so
// that one request opens connection after connection.
func TestBareNumberIdleConnTimeout(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		p        protocol
		value    time.Duration
		requests int
		from, to int64 // connections; one that is not back yet cannot be used again
	}{
		{http1, 15, 20, 15, 20},
		{http1, 15 * time.Second, 20, 1, 10},
		{http2, 15, 4, 4, 1 << 20},
		{http2, 15 * time.Second, 20, 1, 10},
	} {
		t.Run(string(test.p)+" "+test.value.String(), func(t *testing.T) {
			t.Parallel()
			s := serve(t, test.p, listenLoopback(t), answer)
			tr := s.transport(t)
			tr.IdleConnTimeout = test.value
			n, failed := connections(t, s, tr, test.requests)
			t.Logf("%d connections for %d requests, of which %d failed", n, test.requests, failed)
			atLeast(t, "connections", n, test.from)
			atMost(t, "connections", n, test.to)
		})
	}
}

// connections makes requests one after the other, each of which may take a tenth of [aWhile], and returns how many connections
// there were until the last was over.
func connections(t *testing.T, s *server, tr *http.Transport, requests int) (n, failed int64) {
	client := &http.Client{Transport: tr}
	for range requests {
		ctx, cancel := context.WithTimeout(t.Context(), aWhile/10)
		if _, err := get(ctx, client, s.URL); err != nil {
			failed++
		}
		cancel()
	}
	return s.conns.accepted.Load(), failed
}

// An ExpectContinueTimeout of 1 ns waits for no server.
func TestBareNumberExpectContinueTimeout(t *testing.T) {
	t.Parallel()
	var sent atomic.Int64
	s := serve(t, http1, listenLoopback(t), func(w http.ResponseWriter, _ *http.Request) {
		conn, buf, err := http.NewResponseController(w).Hijack() // reading the request's body would ask for it
		if err != nil {
			t.Error(err)
			return
		}
		defer conn.Close()
		_ = conn.SetReadDeadline(time.Now().Add(aWhile))
		n, _ := io.CopyN(io.Discard, buf, 10)
		sent.Store(n)
		_, _ = io.WriteString(conn, "HTTP/1.1 417 Expectation Failed\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
	})
	tr := s.transport(t)
	tr.ExpectContinueTimeout = 1
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, s.URL, strings.NewReader("ten bytes."))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Expect", "100-continue")
	_, err = do(&http.Client{Transport: tr, Timeout: patience}, req)
	t.Logf("%d bytes were sent before the server answered; error: %v", sent.Load(), err)
	if n := sent.Load(); n != 10 {
		t.Errorf("%d bytes were sent before the server answered, want 10", n)
	}
}

// A SendPingTimeout of 30 ns sends one ping after the other, and a PingTimeout of so little gives up healthy connections.
func TestBareNumberPing(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name   string
		config *http.HTTP2Config
		fails  bool
		pings  bool // many
	}{
		//transportlint:ignore value the test shows what follows
		{"SendPingTimeout: 30", &http.HTTP2Config{SendPingTimeout: 30}, false, true},
		//transportlint:ignore value the test shows what follows
		{"PingTimeout: 15", &http.HTTP2Config{SendPingTimeout: aWhile / 20, PingTimeout: 15}, true, false},
		{"30s and 15s", &http.HTTP2Config{SendPingTimeout: 30 * time.Second, PingTimeout: 15 * time.Second}, false, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			l := &reads{Listener: listenLoopback(t)}
			s := serve(t, http2, l, func(http.ResponseWriter, *http.Request) { time.Sleep(aWhile / 2) })
			tr := s.transport(t)
			tr.HTTP2 = test.config
			_, err := get(t.Context(), &http.Client{Transport: tr, Timeout: patience}, s.URL)
			n := l.n.Load()
			t.Logf("the server read %d times during a request; error: %v", n, err)
			if (err != nil) != test.fails {
				t.Errorf("the request ended with %v; it should fail: %v", err, test.fails)
			}
			const many = 100
			if (n > many) != test.pings {
				t.Errorf("the server read %d times during a request; more than %d times are expected: %v", n, many, test.pings)
			}
		})
	}
}

// reads is a net.Listener that counts how often its connections are read from.
type reads struct {
	net.Listener
	n atomic.Int64
}

func (r *reads) Accept() (net.Conn, error) {
	conn, err := r.Listener.Accept()
	return &readsConn{conn, r}, err
}

type readsConn struct {
	net.Conn
	r *reads
}

func (c *readsConn) Read(p []byte) (int, error) {
	c.r.n.Add(1)
	return c.Conn.Read(p)
}

// A server with a timeout of 10 ns answers nobody, or nobody twice.
func TestBareNumberServer(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name  string
		set   func(*http.Server, time.Duration)
		fails bool // and does not merely open another connection
	}{
		{"ReadTimeout", func(s *http.Server, d time.Duration) { s.ReadTimeout = d }, true},
		{"ReadHeaderTimeout", func(s *http.Server, d time.Duration) { s.ReadHeaderTimeout = d }, true},
		{"WriteTimeout", func(s *http.Server, d time.Duration) { s.WriteTimeout = d }, true},
		{"IdleTimeout", func(s *http.Server, d time.Duration) { s.IdleTimeout = d }, false},
	} {
		for _, unit := range []time.Duration{time.Nanosecond, time.Minute} {
			t.Run(test.name+" 10 times "+unit.String(), func(t *testing.T) {
				t.Parallel()
				const requests = 10
				conns := &counter{Listener: listenLoopback(t)}
				s := &http.Server{Handler: http.HandlerFunc(answer), ErrorLog: log.New(io.Discard, "", 0)}
				test.set(s, 10*unit)
				go func() { _ = s.Serve(conns) }()
				t.Cleanup(func() { _ = s.Close() })
				tr := recommended()
				t.Cleanup(tr.CloseIdleConnections)
				var failed int64
				for range requests {
					if _, err := get(t.Context(), &http.Client{Transport: tr, Timeout: patience}, "http://"+conns.Addr().String()); err != nil {
						failed++
					}
					time.Sleep(aWhile / 100)
				}
				n := conns.accepted.Load()
				t.Logf("%d of %d requests failed, on %d connections", failed, requests, n)
				switch {
				case unit == time.Minute:
					atMost(t, "requests failed", failed, 0)
					atMost(t, "connections", n, requests/2)
				case test.fails:
					atLeast(t, "requests failed", failed, requests-2)
				default:
					atLeast(t, "connections", n, requests-2)
				}
			})
		}
	}
}
