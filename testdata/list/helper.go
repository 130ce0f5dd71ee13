package list

import (
	"context"
	"errors"
	"net"
	"net/http"
	"time"

	"example.com/list/tune"
)

func unlessOff(c *http.Client, off bool) {
	if off {
		return
	}
	c.Timeout = 50 * time.Second
}

func orFails(c *http.Client, d time.Duration) error {
	if c == nil {
		return nil
	}
	if d < 0 {
		return errors.New("negative")
	}
	c.Timeout = 51 * time.Second
	return nil
}

// maybeTuned gets its Timeout from a function that may not set it.
func maybeTuned(off bool) *http.Client {
	c := &http.Client{}
	unlessOff(c, off)
	return c
}

// tunedThere is the same by a function of another package.
func tunedThere(off bool) *http.Client {
	c := &http.Client{}
	tune.Unless(c, off)
	return c
}

// tunedOrFailed is dropped where it has none.
func tunedOrFailed(d time.Duration) (*http.Client, error) {
	c := &http.Client{}
	if err := orFails(c, d); err != nil {
		return nil, err
	}
	return c, nil
}

type timed interface {
	client(d time.Duration) *http.Client
}

type maker struct{}

func (maker) client(d time.Duration) *http.Client { return &http.Client{Timeout: d} }

// byInterface calls a method with another Timeout than the call by name does.
func byInterface(t timed) []*http.Client {
	return []*http.Client{maker{}.client(52 * time.Second), t.client(0)}
}

type dialing struct{ net.Dialer }

func (d *dialing) dial(ctx context.Context, network, addr string) (net.Conn, error) {
	without := d.Dialer
	without.Timeout = 0
	return without.DialContext(ctx, network, addr)
}

// byCopy dials by a copy of the dialer.
func byCopy() *http.Transport {
	d := &dialing{net.Dialer{Timeout: 53 * time.Second}}
	return &http.Transport{DialContext: d.dial}
}

// older has a function in Dial that DialContext makes useless.
func older() *http.Client {
	t := &http.Transport{DialContext: (&net.Dialer{Timeout: 54 * time.Second}).DialContext}
	t.Dial = net.Dial
	return &http.Client{Transport: t}
}

// otherDial has another function in the end, so that one of two is used, for the client and its transport alike.
func otherDial(slow bool) *http.Client {
	t := &http.Transport{DialContext: (&net.Dialer{Timeout: 55 * time.Second}).DialContext}
	if slow {
		t.DialContext = func(ctx context.Context, network, addr string) (net.Conn, error) { return net.Dial(network, addr) }
	}
	return &http.Client{Transport: t}
}
