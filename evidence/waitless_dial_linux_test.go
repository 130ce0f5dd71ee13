package evidence

import (
	"context"
	"errors"
	"net"
	"path/filepath"
	"syscall"
	"testing"
)

// On Linux a dial fails at once where the queue of a unix socket is full, as Go's sockets do not block.
func TestFullUnixSocket(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "s")
	l, err := net.Listen("unix", path)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	raw, err := l.(*net.UnixListener).SyscallConn()
	if err != nil {
		t.Fatal(err)
	}
	shorten := func(fd uintptr) { err = syscall.Listen(int(fd), 1) }
	if e := errors.Join(raw.Control(shorten), err); e != nil {
		t.Fatal(e)
	}
	for range 16 {
		var conn net.Conn
		c := start(t, func(ctx context.Context) (err error) {
			conn, err = new(net.Dialer).DialContext(ctx, "unix", path)
			return err
		})
		c.wait(t)
		if c.err == nil {
			t.Cleanup(func() { _ = conn.Close() })
			continue
		}
		t.Logf("over after %v: %v", c.took, c.err)
		if !errors.Is(c.err, syscall.EAGAIN) {
			t.Errorf("the error is %v, want %v", c.err, syscall.EAGAIN)
		}
		return
	}
	t.Error("16 dials succeeded although the queue is full")
}
