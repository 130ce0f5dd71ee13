package evidence

import (
	"context"
	"io"
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
				s := serve(t, test.p, listenLoopback(t), answer)
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

// With an IdleConnTimeout of 15 ns no connection is used twice. Over HTTP/2 most are closed before they are used at all, so
// that one request opens connection after connection.
func TestBareNumberIdleConnTimeout(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		p        protocol
		value    time.Duration
		requests int
		from, to int64 // connections
	}{
		{http1, 15, 20, 15, 20},
		{http1, 15 * time.Second, 20, 1, 2},
		{http2, 15, 1, 2, 1 << 20},
		{http2, 15 * time.Second, 20, 1, 2},
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
