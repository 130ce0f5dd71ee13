package evidence

import (
	"context"
	"net/http"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

func TestTLSHandshakeTimeout(t *testing.T) {
	t.Parallel()
	handshake := func(t *testing.T, timeout time.Duration) *call {
		l := listenPipes()
		silence(t, l)
		tr := recommended()
		tr.DialContext = l.DialContext
		tr.TLSHandshakeTimeout = timeout
		return start(t, func(ctx context.Context) error {
			_, err := get(ctx, &http.Client{Transport: tr}, "https://example.com")
			return err
		})
	}
	t.Run("zero", func(t *testing.T) {
		t.Parallel()
		synctest.Test(t, func(t *testing.T) { handshake(t, 0).hangs(t, forEver) })
	})
	t.Run("recommended", func(t *testing.T) {
		t.Parallel()
		synctest.Test(t, func(t *testing.T) {
			want := recommended().TLSHandshakeTimeout
			if took := handshake(t, want).fails(t, "TLS handshake timeout"); took != want {
				t.Errorf("failed after %v, want %v", took, want)
			}
		})
	})
}

// A handshake goes on after the call that needed it has timed out, so a Client.Timeout is no TLSHandshakeTimeout.
func TestDetachedHandshake(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name    string
		timeout time.Duration
		left    bool
	}{
		{"zero", 0, true},
		{"TLSHandshakeTimeout", aWhile / 2, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			const calls = 20
			l := listenLoopback(t)
			conns := silence(t, l)
			tr := recommended()
			tr.TLSHandshakeTimeout = test.timeout
			client := &http.Client{Transport: tr, Timeout: aWhile / 4}
			goroutines := goroutinesOf(t, func() {
				var all sync.WaitGroup
				for range calls {
					all.Go(func() {
						if _, err := get(t.Context(), client, "https://"+l.Addr().String()); err == nil {
							t.Error("a call to a silent server succeeded")
						}
					})
				}
				all.Wait()
			})
			atLeast(t, "connections were made", conns.accepted.Load(), 1) // a call that times out early makes none
			if !test.left {
				falls(t, "connections are open", conns.open.Load, 0)
				falls(t, "goroutines are left", goroutines, 0)
			} else {
				time.Sleep(aWhile)
				atLeast(t, "connections are open", conns.open.Load(), 1)
				atLeast(t, "goroutines are left", goroutines(), 1)
			}
			t.Logf("%d calls with a Client.Timeout of %v left %d of %d connections and %d goroutines",
				calls, client.Timeout, conns.open.Load(), conns.accepted.Load(), goroutines())
		})
	}
}
