package evidence

import (
	"net"
	"sync"
	"sync/atomic"
	"testing"
)

// A peer is a server on loopback that can drop its connections. It ends with the test.
type peer struct {
	net.Listener
	accepted atomic.Int64 // connections, ever

	mu    sync.Mutex
	conns []*peerConn
}

// A peerConn is the peer's side of a connection.
type peerConn struct {
	*net.TCPConn
	forgotten atomic.Bool
}

// newPeer starts a peer that serves each connection by a call of serve.
func newPeer(t *testing.T, serve func(net.Conn)) *peer {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	p := &peer{Listener: l}
	var all sync.WaitGroup
	all.Go(func() {
		for {
			conn, err := p.Accept()
			if err != nil {
				return
			}
			all.Go(func() {
				defer conn.Close()
				serve(conn)
			})
		}
	})
	t.Cleanup(func() {
		_ = l.Close()
		p.close()
		all.Wait()
	})
	return p
}

func (p *peer) Accept() (net.Conn, error) {
	conn, err := p.Listener.Accept()
	if err != nil {
		return nil, err
	}
	p.accepted.Add(1)
	p.mu.Lock()
	defer p.mu.Unlock()
	c := &peerConn{TCPConn: conn.(*net.TCPConn)}
	p.conns = append(p.conns, c)
	return c, nil
}

// close closes the connections there are, as a server does with those that are idle for too long.
func (p *peer) close() {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, c := range p.conns {
		_ = c.Close()
	}
}

// forget forgets the connections there are, as a NAT gateway does with those that are idle for too long. The other side hears
// nothing of it, and is reset when it sends again.
func (p *peer) forget() {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, c := range p.conns {
		c.forgotten.Store(true)
	}
}

func (c *peerConn) Read(b []byte) (int, error) {
	n, err := c.TCPConn.Read(b)
	if c.forgotten.Load() {
		_ = c.SetLinger(0) // Close sends a reset
		_ = c.Close()
		return 0, net.ErrClosed
	}
	return n, err
}
