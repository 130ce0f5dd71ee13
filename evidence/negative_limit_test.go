package evidence

import (
	"context"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// A negative limit looks like none, and some fields take it for that. Others take it for a limit that is over already.
// The rule value reports those.
func TestNegativeLimit(t *testing.T) {
	t.Parallel()
	const requests = 10
	type set func(*http.Client, *http.Transport)
	for _, test := range []struct {
		name string
		p    protocol
		set  set
		text string // of the error, if every request fails
	}{
		//transportlint:ignore value the test shows what follows
		{"TLSHandshakeTimeout", http2, func(_ *http.Client, tr *http.Transport) { tr.TLSHandshakeTimeout = -1 }, "TLS handshake timeout"},
		{"ResponseHeaderTimeout", http1, func(_ *http.Client, tr *http.Transport) { tr.ResponseHeaderTimeout = -1 }, ""},
		{"ResponseHeaderTimeout", http2, func(_ *http.Client, tr *http.Transport) { tr.ResponseHeaderTimeout = -1 },
			"timeout awaiting response headers"},
		{"Dialer.Timeout", http1, func(_ *http.Client, tr *http.Transport) {
			//transportlint:ignore value the test shows what follows
			tr.DialContext = (&net.Dialer{Timeout: -1}).DialContext
		}, "i/o timeout"},
		{"Client.Timeout", http1, func(c *http.Client, _ *http.Transport) { c.Timeout = -1 }, ""},
		{"MaxConnsPerHost", http1, func(_ *http.Client, tr *http.Transport) { tr.MaxConnsPerHost = -1 }, ""},
		{"MaxResponseHeaderBytes", http1, func(_ *http.Client, tr *http.Transport) { tr.MaxResponseHeaderBytes = -1 }, ""},
		{"MaxResponseHeaderBytes", http2, func(_ *http.Client, tr *http.Transport) { tr.MaxResponseHeaderBytes = -1 }, ""},
		{"ReadBufferSize and WriteBufferSize", http1, func(_ *http.Client, tr *http.Transport) { tr.ReadBufferSize, tr.WriteBufferSize = -1, -1 }, ""},
	} {
		t.Run(string(test.p)+" "+test.name, func(t *testing.T) {
			t.Parallel()
			s := serve(t, test.p, listenLoopback(t), answerSoon)
			tr := s.transport(t)
			client := &http.Client{Transport: tr}
			test.set(client, tr)
			var failed int64
			var last error
			for range requests {
				if _, err := get(t.Context(), client, s.URL); err != nil {
					failed++
					last = err
				}
			}
			t.Logf("%d of %d requests failed; error: %v", failed, requests, last)
			if test.text == "" {
				atMost(t, "requests failed", failed, 0)
				return
			}
			// The limit is over, but the answer may overtake the news of it.
			atLeast(t, "requests failed", failed, requests-1)
			if last != nil && !strings.Contains(last.Error(), test.text) {
				t.Errorf("the error is %v, want one that says %q", last, test.text)
			}
		})
	}
}

// Below zero the limits of idle connections mean that none is kept, and each of them only in one protocol. In HTTP/2 a negative
// IdleConnTimeout closes connections before they are used, so that one request opens connection after connection.
func TestNegativeIdleLimit(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name     string
		p        protocol
		set      func(*http.Transport)
		requests int
		from, to int64 // connections; one that is not back yet cannot be used again
	}{
		{"MaxIdleConns", http1, func(tr *http.Transport) { tr.MaxIdleConns = -1 }, 10, 8, 10},
		{"MaxIdleConns", http2, func(tr *http.Transport) { tr.MaxIdleConns = -1 }, 10, 1, 5},
		{"MaxIdleConnsPerHost", http1, func(tr *http.Transport) { tr.MaxIdleConnsPerHost = -1 }, 10, 8, 10},
		{"MaxIdleConnsPerHost", http2, func(tr *http.Transport) { tr.MaxIdleConnsPerHost = -1 }, 10, 1, 5},
		{"IdleConnTimeout", http1, func(tr *http.Transport) { tr.IdleConnTimeout = -1 }, 10, 1, 5},
		{"IdleConnTimeout", http2, func(tr *http.Transport) { tr.IdleConnTimeout = -1 }, 4, 4, 1 << 20},
	} {
		t.Run(string(test.p)+" "+test.name, func(t *testing.T) {
			t.Parallel()
			s := serve(t, test.p, listenLoopback(t), answer)
			tr := s.transport(t)
			test.set(tr)
			n, failed := connections(t, s, tr, test.requests)
			t.Logf("%d connections for %d requests, of which %d failed", n, test.requests, failed)
			atLeast(t, "connections", n, test.from)
			atMost(t, "connections", n, test.to)
		})
	}
}

// Over HTTP/1 a negative IdleConnTimeout or ResponseHeaderTimeout is no limit, and so is a negative Client.Timeout.
func TestNegativeIsNoLimit(t *testing.T) {
	t.Parallel()
	t.Run("IdleConnTimeout", func(t *testing.T) {
		t.Parallel()
		synctest.Test(t, func(t *testing.T) {
			s, _ := idle(t, http1, -1)
			time.Sleep(forEver)
			t.Logf("%d idle connection after %v", s.conns.open.Load(), forEver)
			if n := s.conns.open.Load(); n != 1 {
				t.Errorf("%d connections are open, want 1", n)
			}
		})
	})
	for _, test := range []struct {
		name string
		set  func(*http.Client, *http.Transport)
	}{
		{"ResponseHeaderTimeout", func(_ *http.Client, tr *http.Transport) { tr.ResponseHeaderTimeout = -1 }},
		{"Client.Timeout", func(c *http.Client, _ *http.Transport) { c.Timeout = -1 }},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				l := listenPipes()
				s := serve(t, http1, l, keepWaiting)
				tr := s.transport(t)
				tr.DialContext = l.DialContext
				client := &http.Client{Transport: tr}
				test.set(client, tr)
				start(t, func(ctx context.Context) error {
					_, err := get(ctx, client, s.URL)
					return err
				}).hangs(t, forEver)
			})
		})
	}
	t.Run("MaxConnsPerHost", func(t *testing.T) {
		t.Parallel()
		const requests = 50
		all := newBarrier(requests)
		s := serve(t, http1, listenLoopback(t), func(_ http.ResponseWriter, r *http.Request) { all.wait(r.Context()) })
		tr := s.transport(t)
		tr.MaxConnsPerHost = -1
		client := &http.Client{Transport: tr, Timeout: patience}
		var burst sync.WaitGroup
		for range requests {
			burst.Go(func() {
				if _, err := get(t.Context(), client, s.URL); err != nil {
					t.Error(err)
				}
			})
		}
		burst.Wait()
		n := s.conns.most.Load()
		t.Logf("at most %d connections at a time for %d requests at once", n, requests)
		atLeast(t, "connections at a time", n, requests)
	})
}
