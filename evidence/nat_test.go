package evidence

import (
	"io"
	"net"
	"sync"
	"testing"
)

// A nat stands between clients and a server as NAT gateways and load balancers do. It can forget its connections: the
// server's side is closed, the client's hears nothing of it, and is reset when it sends again.
type nat struct {
	net.Listener
	to  net.Addr
	all sync.WaitGroup

	mu    sync.Mutex
	flows []*natFlow
}

// natFlow is a connection through a [nat].
type natFlow struct {
	client    *net.TCPConn
	server    net.Conn
	forgotten chan struct{}
	forget    func()
}

// natTo starts a nat in front of the server at addr. It ends with the test.
func natTo(t *testing.T, addr net.Addr) *nat {
	n := &nat{Listener: listenLoopback(t), to: addr}
	n.all.Go(n.accept)
	t.Cleanup(func() {
		_ = n.Close()
		n.mu.Lock()
		for _, f := range n.flows {
			_ = f.client.Close()
			_ = f.server.Close()
		}
		n.mu.Unlock()
		n.all.Wait()
	})
	return n
}

// forget forgets the connections there are.
func (n *nat) forget() {
	n.mu.Lock()
	defer n.mu.Unlock()
	for _, f := range n.flows {
		f.forget()
		_ = f.server.Close()
	}
}

func (n *nat) accept() {
	for {
		client, err := n.Accept()
		if err != nil {
			return
		}
		server, err := net.Dial(n.to.Network(), n.to.String())
		if err != nil {
			_ = client.Close()
			continue
		}
		forgotten := make(chan struct{})
		f := &natFlow{
			client:    client.(*net.TCPConn),
			server:    server,
			forgotten: forgotten,
			forget:    sync.OnceFunc(func() { close(forgotten) }),
		}
		n.mu.Lock()
		n.flows = append(n.flows, f)
		n.mu.Unlock()
		n.all.Go(f.up)
		n.all.Go(f.down)
	}
}

// up carries what the client sends.
func (f *natFlow) up() {
	defer f.client.Close()
	defer f.server.Close()
	buf := make([]byte, 4096)
	for {
		n, err := f.client.Read(buf)
		if err != nil {
			return
		}
		select {
		case <-f.forgotten:
			_ = f.client.SetLinger(0) // Close sends a reset
			return
		default:
		}
		if _, err := f.server.Write(buf[:n]); err != nil {
			return
		}
	}
}

// down carries what the server sends, and its end if that is not to be kept from the client.
func (f *natFlow) down() {
	_, _ = io.Copy(f.client, f.server)
	select {
	case <-f.forgotten:
	default:
		_ = f.client.Close()
	}
}
