package evidence

import (
	"context"
	"net"
	"net/http"
	"sync"
	"testing"
	"time"
)

func TestDialContext(t *testing.T) {
	t.Parallel()
	addr := unanswered(t)
	connect := func(t *testing.T, dial func(context.Context, string, string) (net.Conn, error)) *call {
		tr := recommended()
		tr.DialContext = dial
		tr.ResponseHeaderTimeout = aWhile / 4 // does not help
		return start(t, func(ctx context.Context) error {
			_, err := get(ctx, &http.Client{Transport: tr}, "http://"+addr)
			return err
		})
	}
	t.Run("zero", func(t *testing.T) {
		t.Parallel()
		connect(t, nil).hangs(t, aWhile)
	})
	t.Run("DialContext", func(t *testing.T) {
		t.Parallel()
		took := connect(t, (&net.Dialer{Timeout: aWhile / 4}).DialContext).fails(t, "i/o timeout")
		if took < aWhile/4 {
			t.Errorf("failed after %v, want %v", took, aWhile/4)
		}
	})
}

// A dial goes on after the call that needed it has timed out, so a Client.Timeout is no Dialer.Timeout.
func TestDetachedDial(t *testing.T) {
	t.Parallel()
	addr := unanswered(t)
	for _, test := range []struct {
		name string
		dial func(context.Context, string, string) (net.Conn, error)
		left bool
	}{
		{"zero", nil, true},
		{"DialContext", (&net.Dialer{Timeout: aWhile / 2}).DialContext, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			const calls = 20
			tr := recommended()
			tr.DialContext = test.dial
			client := &http.Client{Transport: tr, Timeout: aWhile / 4}
			goroutines := goroutinesOf(t, func() {
				var all sync.WaitGroup
				for range calls {
					all.Go(func() {
						if _, err := get(t.Context(), client, "http://"+addr); err == nil {
							t.Error("a call to a host that does not answer succeeded")
						}
					})
				}
				all.Wait()
			})
			if test.left {
				time.Sleep(aWhile)
				// A call that times out before its dial has begun leaves none.
				atLeast(t, "goroutines are left", goroutines(), 1)
			} else {
				falls(t, "goroutines are left", goroutines, 0)
			}
			t.Logf("%d calls with a Client.Timeout of %v left %d goroutines", calls, client.Timeout, goroutines())
			tr.CloseIdleConnections() // ends what is left
			falls(t, "goroutines are left after CloseIdleConnections", goroutines, 0)
		})
	}
}
