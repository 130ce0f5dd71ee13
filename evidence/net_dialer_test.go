package evidence

import (
	"context"
	"crypto/tls"
	"net"
	"testing"
)

// The Timeout of a tls.Dialer's NetDialer is its only one. It covers the handshake.
func TestNetDialer(t *testing.T) {
	t.Parallel()
	l := listenLoopback(t)
	silence(t, l)
	testNetDialer(t, l.Addr().String(), "context deadline exceeded")
}

// It covers connecting, too.
func TestNetDialerConnect(t *testing.T) {
	t.Parallel()
	testNetDialer(t, unanswered(t), "i/o timeout")
}

func testNetDialer(t *testing.T, addr, timedOut string) {
	dial := func(t *testing.T, d *net.Dialer) *call {
		dialer := &tls.Dialer{NetDialer: d}
		return start(t, func(ctx context.Context) error {
			_, err := dialer.DialContext(ctx, "tcp", addr)
			return err
		})
	}
	t.Run("zero", func(t *testing.T) {
		t.Parallel()
		dial(t, nil).hangs(t, aWhile)
	})
	t.Run("Timeout", func(t *testing.T) {
		t.Parallel()
		if took := dial(t, &net.Dialer{Timeout: aWhile / 4}).fails(t, timedOut); took < aWhile/4 {
			t.Errorf("failed after %v, want %v", took, aWhile/4)
		}
	})
}
