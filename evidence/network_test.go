package evidence

import (
	"context"
	"net"
	"sync"
	"testing"
)

// listenLoopback listens on a port of loopback.
func listenLoopback(t *testing.T) net.Listener {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// pipes is a net.Listener for a bubble of testing/synctest, in which sockets do not work. DialContext is how to reach it.
type pipes struct {
	dialed chan net.Conn
	closed chan struct{}
	close  func()
}

func listenPipes() *pipes {
	closed := make(chan struct{})
	return &pipes{dialed: make(chan net.Conn), closed: closed, close: sync.OnceFunc(func() { close(closed) })}
}

// DialContext connects, whatever the address.
func (p *pipes) DialContext(ctx context.Context, _, _ string) (net.Conn, error) {
	ours, theirs := net.Pipe()
	select {
	case p.dialed <- theirs:
		return ours, nil
	case <-p.closed:
		return nil, net.ErrClosed
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func (p *pipes) Accept() (net.Conn, error) {
	select {
	case conn := <-p.dialed:
		return conn, nil
	case <-p.closed:
		return nil, net.ErrClosed
	}
}

func (p *pipes) Close() error {
	p.close()
	return nil
}

// Addr is one for which the certificates of net/http/httptest are good.
func (p *pipes) Addr() net.Addr { return pipeAddr{} }

type pipeAddr struct{}

func (pipeAddr) Network() string { return "pipe" }
func (pipeAddr) String() string  { return "example.com" }
