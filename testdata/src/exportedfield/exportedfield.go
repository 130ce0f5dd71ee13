// Package exportedfield has exported fields of type http.Transport and net.Dialer in exported structs.
package exportedfield

import (
	"net"
	"net/http"
)

// Config is made and filled by the package's users alone: what they choose cannot be seen.
type Config struct {
	Transport http.Transport
	Dialer    net.Dialer
}

func Do(cfg *Config, req *http.Request) (*http.Response, error) {
	return cfg.Transport.RoundTrip(req)
}

// Server is made here, and nothing is filled: like an exported constructor it is judged by what this package does.
type Server struct {
	Dialer net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	addr   string
}

func NewServer(addr string) *Server {
	return &Server{addr: addr}
}

func (s *Server) Dial() (net.Conn, error) {
	return s.Dialer.Dial("tcp", s.addr)
}

// Options is made here, as a result that nobody fills.
type Options struct {
	Dialer net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	Name   string
}

func DefaultOptions() (o Options) {
	o.Name = "default"
	return
}

// Limits is made here, as a part of something else.
type Limits struct {
	Dialer net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
}

type pool struct {
	limits Limits
	addr   string
}

func dialPool(addr string) (net.Conn, error) {
	p := &pool{addr: addr}
	return p.limits.Dialer.Dial("tcp", p.addr)
}
