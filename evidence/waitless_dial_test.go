package evidence

import (
	"context"
	"net"
	"path/filepath"
	"testing"
)

// A dial over udp, ip or unix waits for no peer: it needs no Timeout. So it is where nobody listens and, over unix, where
// somebody does who accepts nothing.
func TestWaitlessDial(t *testing.T) {
	t.Parallel()
	const nobody = "192.0.2.1" // of the block that is reserved for documentation
	dial := func(t *testing.T, network, addr string) *call {
		return start(t, func(ctx context.Context) error {
			conn, err := new(net.Dialer).DialContext(ctx, network, addr) //transportlint:ignore dialer what it does without Timeout is the question
			if err == nil {
				_ = conn.Close()
			}
			return err
		})
	}
	for _, test := range []struct{ network, addr string }{
		{"udp", nobody + ":9"},
		{"udp4", nobody + ":9"},
		{"ip4:icmp", nobody},
	} {
		t.Run(test.network, func(t *testing.T) {
			t.Parallel()
			c := dial(t, test.network, test.addr)
			c.wait(t)
			t.Logf("over after %v: %v", c.took, c.err) // an ip network takes privileges, and any of them a route
		})
	}
	t.Run("unix", func(t *testing.T) {
		t.Parallel()
		path := filepath.Join(t.TempDir(), "s")
		c := dial(t, "unix", path)
		c.wait(t)
		t.Logf("nobody: over after %v: %v", c.took, c.err)
		l, err := net.Listen("unix", path)
		if err != nil {
			t.Skip(err)
		}
		defer l.Close()
		c = dial(t, "unix", path)
		c.wait(t)
		t.Logf("somebody: over after %v: %v", c.took, c.err)
		if c.err != nil {
			t.Error(c.err)
		}
	})
}
