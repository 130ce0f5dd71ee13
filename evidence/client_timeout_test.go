package evidence

import (
	"context"
	"net/http"
	"testing"
	"testing/synctest"
	"time"
)

func TestClientTimeout(t *testing.T) {
	t.Parallel()
	const timeout = 30 * time.Second
	call := func(t *testing.T, h http.HandlerFunc, timeout time.Duration) *call {
		l := listenPipes()
		s := serve(t, http1, l, h)
		tr := s.transport(t)
		tr.DialContext = l.DialContext
		return start(t, func(ctx context.Context) error {
			_, err := get(ctx, &http.Client{Transport: tr, Timeout: timeout}, s.URL)
			return err
		})
	}
	t.Run("zero", func(t *testing.T) {
		t.Parallel()
		synctest.Test(t, func(t *testing.T) { call(t, keepWaiting, 0).hangs(t, forEver) })
	})
	t.Run("30s", func(t *testing.T) {
		t.Parallel()
		synctest.Test(t, func(t *testing.T) {
			if took := call(t, keepWaiting, timeout).fails(t, "deadline exceeded"); took != timeout {
				t.Errorf("failed after %v, want %v", took, timeout)
			}
		})
	})
	// Why the rule is off by default: the time for the body counts, too, however well it comes along.
	t.Run("30s for a stream", func(t *testing.T) {
		t.Parallel()
		synctest.Test(t, func(t *testing.T) {
			stream := func(w http.ResponseWriter, _ *http.Request) {
				for range 60 {
					if _, err := w.Write([]byte("data\n")); err != nil {
						return
					}
					_ = http.NewResponseController(w).Flush()
					time.Sleep(time.Second)
				}
			}
			if took := call(t, stream, timeout).fails(t, "deadline exceeded"); took != timeout {
				t.Errorf("failed after %v, want %v", took, timeout)
			}
		})
	})
}
