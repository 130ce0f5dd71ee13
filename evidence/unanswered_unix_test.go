//go:build unix

package evidence

import (
	"errors"
	"net"
	"syscall"
	"testing"
)

// unanswered returns an address of loopback at which an attempt to connect gets no answer, as from a host that is down or
// behind a firewall that drops packets: the queue of a listener that accepts nothing is full. It skips the test where the
// operating system answers nevertheless.
func unanswered(t *testing.T) (addr string) {
	t.Helper()
	l := listenLoopback(t)
	t.Cleanup(func() { _ = l.Close() })
	raw, err := l.(*net.TCPListener).SyscallConn()
	if err != nil {
		t.Fatal(err)
	}
	shorten := func(fd uintptr) { err = syscall.Listen(int(fd), 1) }
	if e := errors.Join(raw.Control(shorten), err); e != nil {
		t.Fatal(e)
	}
	for range 16 {
		conn, err := net.DialTimeout("tcp", l.Addr().String(), aWhile)
		if e, ok := errors.AsType[net.Error](err); ok && e.Timeout() {
			return l.Addr().String()
		}
		if err != nil {
			t.Skipf("this system answers where the queue of a listener is full: %v", err)
		}
		t.Cleanup(func() { _ = conn.Close() })
	}
	t.Skip("this system connects although the queue of a listener is full")
	return ""
}
