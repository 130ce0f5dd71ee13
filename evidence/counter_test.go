package evidence

import (
	"net"
	"sync"
	"sync/atomic"
)

// A counter is a net.Listener that counts its connections.
type counter struct {
	net.Listener
	accepted atomic.Int64 // ever
	open     atomic.Int64 // now: accepted, and not yet closed by the accepting side
	most     atomic.Int64 // at one time
}

func (c *counter) Accept() (net.Conn, error) {
	conn, err := c.Listener.Accept()
	if err != nil {
		return nil, err
	}
	c.accepted.Add(1)
	c.most.Store(max(c.most.Load(), c.open.Add(1))) // nobody calls Accept concurrently
	return &counted{Conn: conn, closed: sync.OnceFunc(func() { c.open.Add(-1) })}, nil
}

// counted is a connection of a [counter].
type counted struct {
	net.Conn
	closed func()
}

func (c *counted) Close() error {
	c.closed()
	return c.Conn.Close()
}
