package evidence

import (
	"context"
	"net/http"
	"testing"
	"testing/synctest"
	"time"
)

func TestResponseHeaderTimeout(t *testing.T) {
	t.Parallel()
	wait := func(t *testing.T, p protocol, timeout time.Duration) *call {
		l := listenPipes()
		s := serve(t, p, l, keepWaiting)
		tr := s.transport(t)
		tr.DialContext = l.DialContext
		tr.ResponseHeaderTimeout = timeout
		return start(t, func(ctx context.Context) error {
			_, err := get(ctx, &http.Client{Transport: tr}, s.URL)
			return err
		})
	}
	for _, p := range []protocol{http1, http2} {
		t.Run(string(p)+" zero", func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) { wait(t, p, 0).hangs(t, forEver) })
		})
		t.Run(string(p)+" 30s", func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				const want = 30 * time.Second
				if took := wait(t, p, want).fails(t, "timeout awaiting response headers"); took != want {
					t.Errorf("failed after %v, want %v", took, want)
				}
			})
		})
	}
}
