// Package store keeps what it is given, and gives it back.
package store

import (
	"errors"
	"net"
	"net/http"
	"time"
)

// A Client has a transport in sight of everybody.
type Client struct {
	Transport *http.Transport
	HTTP      http.Client
}

func NewClient(t *http.Transport) *Client { return &Client{Transport: t} }

func (c *Client) SetTransport(t *http.Transport) { c.Transport = t }

// Wrap keeps the transport behind an interface.
func Wrap(rt http.RoundTripper) *Client {
	c := new(Client)
	c.HTTP.Transport = rt
	return c
}

// A Getter is implemented by a type that nobody else sees.
type Getter interface{ Get() *http.Transport }

type getter struct{ t *http.Transport }

func (g *getter) Get() *http.Transport { return g.t }

func NewGetter(t *http.Transport) Getter { return &getter{t} }

var shared *http.Transport

func Share(t *http.Transport) { shared = t }
func Shared() *http.Transport { return shared }

var all []*http.Transport

func Add(t *http.Transport) { all = append(all, t) }

// Each calls f with each of them.
func Each(f func(*http.Transport)) {
	for _, t := range all {
		f(t)
	}
}

var dialer *net.Dialer

func ShareDialer(d *net.Dialer) { dialer = d }
func SharedDialer() *net.Dialer { return dialer }

// Lazy returns it when it is called.
func Lazy(t *http.Transport) func() *http.Transport {
	return func() *http.Transport { return t }
}

// Look keeps nothing.
func Look(t *http.Transport) int { return t.MaxIdleConns }

// An Option configures.
type Option func(*http.Transport)

func WithIdle(d time.Duration) Option { return func(t *http.Transport) { t.IdleConnTimeout = d } }

// A Box is a container for anything.
type Box[T any] struct{ V T }

func (b *Box[T]) Get() T { return b.V }

// A Registry keeps clients, and shows what is in them.
type Registry struct{ clients []*http.Client }

func (r *Registry) Add(c *http.Client) { r.clients = append(r.clients, c) }

func (r *Registry) Each(f func(*http.Transport)) {
	for _, c := range r.clients {
		if t, ok := c.Transport.(*http.Transport); ok {
			f(t)
		}
	}
}

// Check fails where something is wrong with a client.
func (r *Registry) Check() error { return errors.New("it is") }

var trippers []http.RoundTripper

func AddTripper(rt http.RoundTripper) { trippers = append(trippers, rt) }

// EachTripper calls f with what is behind an interface.
func EachTripper(f func(http.RoundTripper)) {
	for _, rt := range trippers {
		f(rt)
	}
}

// A Session has a transport, too.
type Session struct{ HTTP *http.Transport }

var sessions []*Session

func Open(s *Session) { sessions = append(sessions, s) }

// EachSession calls f with structs that have it.
func EachSession(f func(*Session)) {
	for _, s := range sessions {
		f(s)
	}
}

// A Provider has clients.
type Provider interface{ Client() *http.Client }

type provider struct{ rt http.RoundTripper }

func (p *provider) Client() *http.Client { return &http.Client{Transport: p.rt} }

func NewProvider(rt http.RoundTripper) Provider { return &provider{rt} }
