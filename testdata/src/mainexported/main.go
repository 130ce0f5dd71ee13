// Command mainexported exports functions that nobody can import: all their callers are here. Methods are called by others, through
// interfaces.
package main

import (
	"net"
	"os"
)

func Dial(addr string, tune func(*net.Dialer)) (net.Conn, error) {
	d := &net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	tune(d)
	return d.Dial("tcp", addr)
}

type Server struct{ addr string }

func (s *Server) Dial(tune func(*net.Dialer)) (net.Conn, error) {
	d := &net.Dialer{}
	tune(d)
	return d.Dial("tcp", s.addr)
}

func nothing(*net.Dialer) {}

func main() {
	s := &Server{os.Args[1]}
	if _, err := Dial(s.addr, nothing); err != nil {
		_, _ = s.Dial(nothing)
	}
}
