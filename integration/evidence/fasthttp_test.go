package evidence

import (
	"context"
	"net"
	"testing"
	"testing/synctest"
	"time"

	"github.com/valyala/fasthttp"
)

func recording(l *pipes, addr *string) func(context.Context, string, string) (net.Conn, error) {
	return func(ctx context.Context, network, a string) (net.Conn, error) {
		*addr = a
		return l.DialContext(ctx, network, a)
	}
}

// A response is waited for without limit, unless the call itself has one.
func TestFastHTTPReadTimeout(t *testing.T) {
	t.Parallel()
	const want = 30 * time.Second
	for _, test := range []struct {
		name  string
		value time.Duration
		limit time.Duration // of the call
		hangs bool
	}{
		{"zero", 0, 0, true},
		{"ReadTimeout", want, 0, false},
		{"zero, DoTimeout", 0, want, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				l := listenPipes()
				silence(l)
				client := &fasthttp.Client{
					ReadTimeout: test.value, MaxIdemponentCallAttempts: 1,
					Dial: func(addr string) (net.Conn, error) { return l.Dial("tcp", addr) },
				}
				get := func() error {
					req, resp := new(fasthttp.Request), new(fasthttp.Response)
					req.SetRequestURI("http://example.com/")
					if test.limit > 0 {
						return client.DoTimeout(req, resp, test.limit)
					}
					return client.Do(req, resp)
				}
				if test.hangs {
					hangs(t, forEver, get, func() { _ = l.Close() })
				} else if took := fails(t, "timeout", get); took < want || took > 2*want {
					t.Errorf("failed after %v, want %v", took, want)
				}
				_ = l.Close()
				client.CloseIdleConnections()
				time.Sleep(time.Hour) // its own goroutines end
			})
		})
	}
}
