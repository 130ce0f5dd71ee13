// Package dial is analyzed with the rule dial switched on.
package dial

import (
	"crypto/tls"
	"net"
	"time"
)

func Plain(addr string) (net.Conn, error) {
	return net.Dial("tcp", addr) // want `^dial: net.Dial does not set Timeout \(only the operating system limits a dial\); use net.DialTimeout$`
}

// Each is reported: there is not one value that could replace them all.
func Again(network, addr string) (net.Conn, error) {
	return net.Dial(network, addr) // want `^dial: net.Dial does not set Timeout `
}

func Secure(addr string, c *tls.Config) (net.Conn, error) {
	return tls.Dial("tcp", addr, c) // want `^dial: tls.Dial does not set NetDialer \(dial and handshake have no timeout\); use a tls.Dialer$`
}

func Typed(addr *net.TCPAddr) (net.Conn, error) {
	return net.DialTCP("tcp", nil, addr) // want `^dial: net.DialTCP does not set Timeout \(only the operating system limits a dial\); use a net.Dialer$`
}

func Bounded(addr string) (net.Conn, error) { return net.DialTimeout("tcp", addr, time.Second) }

func Datagrams(addr string, v6 bool) (net.Conn, error) {
	network := "udp4"
	if v6 {
		network = "udp6"
	}
	return net.Dial(network, addr)
}

func Socket(path string) (net.Conn, error) { return net.Dial("unix", path) }

func Checked(network, addr string) (net.Conn, error) {
	if network == "unix" {
		return net.Dial(network, addr)
	}
	return net.DialTimeout(network, addr, time.Second)
}

func SecureSocket(path string, c *tls.Config) (net.Conn, error) { return tls.Dial("unix", path, c) }

// A type of this package has a method of that name.
type net2 struct{}

func (net2) Dial(network, addr string) (net.Conn, error) { return nil, nil }

func Own(addr string) (net.Conn, error) { return net2{}.Dial("tcp", addr) }
