package evidence

import (
	"context"
	"flag"
	"net"
	"testing"
	"time"
)

var patient = flag.Bool("patient", false, "also wait until the operating system gives up connecting, on Linux for about 130 s")

func TestDialerTimeout(t *testing.T) {
	t.Parallel()
	addr := unanswered(t)
	dial := func(t *testing.T, timeout time.Duration) *call {
		dialer := &net.Dialer{Timeout: timeout}
		return start(t, func(ctx context.Context) error {
			_, err := dialer.DialContext(ctx, "tcp", addr)
			return err
		})
	}
	t.Run("zero", func(t *testing.T) {
		t.Parallel()
		if !*patient {
			dial(t, 0).hangs(t, aWhile)
			return
		}
		c := dial(t, 0)
		select {
		case <-c.done:
			if c.took < aWhile || c.err == nil {
				t.Errorf("the dial ended after %v with error %v: it should have lasted", c.took, c.err)
			}
			t.Logf("the operating system gave up after %v: %v", c.took, c.err)
		case <-time.After(10 * time.Minute):
			t.Error("the operating system has not given up after 10 minutes")
		}
	})
	t.Run("Timeout", func(t *testing.T) {
		t.Parallel()
		if took := dial(t, aWhile/4).fails(t, "i/o timeout"); took < aWhile/4 {
			t.Errorf("failed after %v, want %v", took, aWhile/4)
		}
	})
}
