// Package kit makes services of options; some complete what others bring.
package kit

import (
	"net/http"
	"time"
)

// A Service has a client.
type Service struct {
	http *http.Client
	name string
}

// An Option changes a service.
type Option interface{ apply(*Service) }

type clientOption struct{ c *http.Client }

func (o clientOption) apply(s *Service) { s.http = o.c }

// Client brings a client.
func Client(c *http.Client) Option { return clientOption{c} }

type tlsOption time.Duration

func (o tlsOption) apply(s *Service) {
	if t, ok := s.http.Transport.(*http.Transport); ok {
		t.TLSHandshakeTimeout = time.Duration(o)
	}
}

// TLS sets a limit of the client's transport.
func TLS(limit time.Duration) Option { return tlsOption(limit) }

type nameOption string

func (o nameOption) apply(s *Service) { s.name = string(o) }

// Name sets none.
func Name(name string) Option { return nameOption(name) }

// Build applies options.
func Build(options ...Option) *Service {
	s := new(Service)
	for _, o := range options {
		o.apply(s)
	}
	return s
}

// Quick applies them, and lets no connection idle for long.
func Quick(options ...Option) *Service {
	s := Build(options...)
	if t, ok := s.http.Transport.(*http.Transport); ok {
		t.IdleConnTimeout = time.Second
	}
	return s
}
