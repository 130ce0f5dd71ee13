// Package dialunseen has dial functions of which it cannot be seen who calls them, and with what contexts.
package dialunseen

import (
	"context"
	"net"
	"net/http"
	"time"

	"github.com/example/driver"
)

type gateway struct{ addr string }

// Gateway is one.
func Gateway(addr string) *gateway { return &gateway{addr} }

// DialFunc returns a function of the driver's type.
func (g *gateway) DialFunc() driver.DialFunc {
	return func(ctx context.Context, addr string) (net.Conn, error) { return connect(ctx, addr) }
}

func connect(ctx context.Context, addr string) (net.Conn, error) {
	d := &net.Dialer{KeepAlive: time.Minute}
	return d.DialContext(ctx, "tcp", addr)
}

// Plain returns one without a context, which nobody can bound.
func (g *gateway) Plain() driver.Plain {
	return func(addr string) (net.Conn, error) {
		d := &net.Dialer{KeepAlive: time.Minute} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
		return d.Dial("tcp", addr)
	}
}

// ForAddress returns one that net/http cannot use.
func ForAddress(port string) func(context.Context, string) (net.Conn, error) {
	return func(ctx context.Context, host string) (net.Conn, error) {
		var d net.Dialer
		return d.DialContext(ctx, "tcp", net.JoinHostPort(host, port))
	}
}

// ForHTTP returns one that it can.
func ForHTTP() func(ctx context.Context, network, addr string) (net.Conn, error) {
	d := new(net.Dialer) // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.DialContext
}

type wallet interface {
	NewClient(url string, dial func(ctx context.Context, network, addr string) (net.Conn, error)) error
	NewPlain(url string, dial func(network, addr string) (net.Conn, error)) error
}

// A Keeper has a wallet of another module.
type Keeper struct{ wallet }

// New passes a dial function through the interface.
func New(w wallet) *Keeper { return &Keeper{w} }

// Client passes a method value.
func (k *Keeper) Client(url string) error { return k.NewClient(url, new(net.Dialer).DialContext) }

// Literal passes a function that uses the context that it gets.
func (k *Keeper) Literal(url string) error {
	return k.wallet.NewClient(url, func(ctx context.Context, network, addr string) (net.Conn, error) {
		var d net.Dialer
		return d.DialContext(ctx, network, addr)
	})
}

// Deaf passes one that does not.
func (k *Keeper) Deaf(url string) error {
	return k.wallet.NewClient(url, func(_ context.Context, network, addr string) (net.Conn, error) {
		var d net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
		return d.DialContext(context.Background(), network, addr)
	})
}

// Old passes one without a context.
func (k *Keeper) Old(url string) error {
	return k.NewPlain(url, new(net.Dialer).Dial) // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
}

// Option passes it to a function of its user's.
func Option(set func(dial func(ctx context.Context, network, addr string) (net.Conn, error))) {
	set((&net.Dialer{KeepAlive: time.Minute}).DialContext)
}

// A Bound dials from one address. Who dials with it has the context, as with a net.Dialer.
type Bound struct{ local net.Addr }

// DialContext dials.
func (b *Bound) DialContext(ctx context.Context, network, addr string) (net.Conn, error) {
	d := net.Dialer{LocalAddr: b.local}
	return d.DialContext(ctx, network, addr)
}

// Dial has no context to pass on.
func (b *Bound) Dial(network, addr string) (net.Conn, error) {
	d := net.Dialer{LocalAddr: b.local} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.Dial(network, addr)
}

// A Pooled is used by net/http.
type Pooled struct{ local net.Addr }

// DialContext dials for Transport.
func (p *Pooled) DialContext(ctx context.Context, network, addr string) (net.Conn, error) {
	d := net.Dialer{LocalAddr: p.local} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.DialContext(ctx, network, addr)
}

// Transport has no limit.
func (p *Pooled) Transport() *http.Transport {
	return &http.Transport{DialContext: p.DialContext, IdleConnTimeout: time.Minute, TLSHandshakeTimeout: time.Second}
}

type dialFunc func(ctx context.Context, network, addr string) (net.Conn, error)

// A Client has a dialer of its user's, or else one without a limit, and in any case the user's context.
type Client struct {
	Dialer *net.Dialer
	Dial   dialFunc
}

// Open dials.
func (c *Client) Open(ctx context.Context, addr string) (net.Conn, error) {
	d := c.Dialer
	if d == nil {
		d = &net.Dialer{}
	}
	return d.DialContext(ctx, "tcp", addr)
}

var empty net.Dialer

// OpenBy dials by the user's function, or else by the method of a dialer that stands elsewhere.
func (c *Client) OpenBy(ctx context.Context, addr string) (net.Conn, error) {
	dial := c.Dial
	if dial == nil {
		dial = empty.DialContext
	}
	return dial(ctx, "tcp", addr)
}

// Reopen has no context to pass on.
func (c *Client) Reopen(addr string) (net.Conn, error) {
	d := c.Dialer
	if d == nil {
		d = &net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	}
	return d.DialContext(context.Background(), "tcp", addr)
}

type session struct{ dial dialFunc }

func (c *Client) setDefaults() {
	if c.Dial == nil {
		var d net.Dialer
		c.Dial = d.DialContext
	}
}

// Session has the function.
func (c *Client) Session() *session {
	c.setDefaults()
	return &session{c.Dial}
}

// Connect passes its context on.
func (s *session) Connect(ctx context.Context, addr string) (net.Conn, error) {
	return s.dial(ctx, "tcp", addr)
}

// Fixed always has the same, which nobody can replace.
func Fixed(ctx context.Context, addr string) (net.Conn, error) {
	d := &net.Dialer{KeepAlive: time.Minute} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.DialContext(ctx, "tcp", addr)
}
