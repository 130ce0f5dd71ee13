package evidence

import (
	"context"
	"net"
	"net/http"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

// Of an HTTP/2 server that has vanished, HTTP2.SendPingTimeout zero notices nothing: requests are written to the dead connection,
// one beside the other, and wait.
func TestSendPingTimeout(t *testing.T) {
	t.Parallel()
	const (
		ping = 30 * time.Second
		pong = 15 * time.Second // PingTimeout zero
	)
	for _, test := range []struct {
		name  string
		value *http.HTTP2Config
		hangs bool
	}{
		{"nil", nil, true},
		//transportlint:ignore transport the test shows what follows
		{"zero", new(http.HTTP2Config), true},
		//transportlint:ignore transport the test shows what follows
		{"PingTimeout only", &http.HTTP2Config{PingTimeout: pong}, true},
		{"30s", &http.HTTP2Config{SendPingTimeout: ping}, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				l := &vanishing{pipes: listenPipes()}
				s := serve(t, http2, l, answer)
				tr := s.transport(t)
				tr.DialContext = l.DialContext
				tr.HTTP2 = test.value
				client := &http.Client{Transport: tr}
				if _, err := get(t.Context(), client, s.URL); err != nil {
					t.Fatal(err)
				}
				l.vanish()
				again := func(ctx context.Context) error {
					_, err := get(ctx, client, s.URL)
					return err
				}
				c := start(t, again)
				if test.hangs {
					c.hangs(t, 24*time.Hour)
				} else if took := c.fails(t, "client connection lost"); took > ping+pong {
					t.Errorf("failed after %v, want no more than %v", took, ping+pong)
				}
				// The next one is no better off, or is sent on a new connection.
				c = start(t, again)
				if test.hangs {
					c.hangs(t, 24*time.Hour)
					return
				}
				if c.wait(t); c.err != nil {
					t.Error(c.err)
				}
			})
		})
	}
}

// vanishing is a listener whose connections can vanish: what is sent is swallowed, and nothing comes back.
type vanishing struct {
	*pipes
	last *vanishingConn
}

func (v *vanishing) Accept() (net.Conn, error) {
	conn, err := v.pipes.Accept()
	if err != nil {
		return nil, err
	}
	v.last = &vanishingConn{Conn: conn}
	return v.last, nil
}

func (v *vanishing) vanish() { v.last.gone.Store(true) }

type vanishingConn struct {
	net.Conn
	gone atomic.Bool
}

func (c *vanishingConn) Read(p []byte) (int, error) {
	for {
		n, err := c.Conn.Read(p)
		if err != nil || !c.gone.Load() {
			return n, err
		}
	}
}

func (c *vanishingConn) Write(p []byte) (int, error) {
	if c.gone.Load() {
		return len(p), nil
	}
	return c.Conn.Write(p)
}
