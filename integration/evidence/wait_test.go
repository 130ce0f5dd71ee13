package evidence

import (
	"context"
	"net"
	"strings"
	"sync"
	"testing"
	"time"
)

// forEver stands for it in a bubble of testing/synctest.
const forEver = 365 * 24 * time.Hour

// hangs checks that f is not over after d. It ends what f needs by a call of end.
func hangs(t *testing.T, d time.Duration, f func() error, end func()) {
	t.Helper()
	done := make(chan error, 1)
	go func() { done <- f() }()
	select {
	case err := <-done:
		t.Errorf("it ended with error %v: it should still hang after %v", err, d)
	case <-time.After(d):
		t.Logf("still hangs after %v", d)
		end()
		if err := <-done; err != nil {
			t.Logf("ends with error %v", err)
		}
	}
}

// fails checks that f ends with an error that has text in it, and returns after what time.
func fails(t *testing.T, text string, f func() error) time.Duration {
	t.Helper()
	begun := time.Now()
	err := f()
	took := time.Since(begun)
	t.Logf("fails after %v: %v", took, err)
	if err == nil || !strings.Contains(err.Error(), text) {
		t.Errorf("it ended after %v with error %v: it should be one that says %q", took, err, text)
	}
	return took
}

// pipes is a net.Listener for a bubble of testing/synctest, in which sockets do not work. Dial is how to reach it.
type pipes struct {
	dialed chan net.Conn
	closed chan struct{}
	once   sync.Once

	mu    sync.Mutex
	conns []net.Conn
}

func listenPipes() *pipes { return &pipes{dialed: make(chan net.Conn), closed: make(chan struct{})} }

// Dial connects, whatever the address.
func (p *pipes) Dial(string, string) (net.Conn, error) {
	return p.DialContext(context.Background(), "", "")
}

// DialContext is [pipes.Dial] with a context.
func (p *pipes) DialContext(ctx context.Context, _, _ string) (net.Conn, error) {
	ours, theirs := net.Pipe()
	p.mu.Lock()
	p.conns = append(p.conns, ours)
	p.mu.Unlock()
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

// Close closes the listener and all connections to it.
func (p *pipes) Close() error {
	p.once.Do(func() {
		close(p.closed)
		p.mu.Lock()
		defer p.mu.Unlock()
		for _, c := range p.conns {
			_ = c.Close()
		}
	})
	return nil
}

func (p *pipes) Addr() net.Addr { return &net.TCPAddr{} }

// silence accepts connections on l and reads what comes, and never says a word.
func silence(l net.Listener) {
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			go func() {
				defer conn.Close()
				buf := make([]byte, 4096)
				for {
					if _, err := conn.Read(buf); err != nil {
						return
					}
				}
			}()
		}
	}()
}
