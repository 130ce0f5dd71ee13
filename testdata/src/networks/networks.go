// Package networks dials networks that do not wait, and such that may.
package networks

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"strings"
)

// Statsd writes datagrams, to one host or another.
func Statsd(host string, v6 bool) (net.Conn, error) {
	network := "udp4"
	if v6 {
		network = "udp6"
	}
	var d net.Dialer
	return d.Dial(network, net.JoinHostPort(host, "8125"))
}

// Any has one way that waits.
func Any(host string, fast bool) (net.Conn, error) {
	network := "udp"
	if !fast {
		network = "tcp"
	}
	var d net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.Dial(network, host)
}

// Ping makes the network up from a constant.
func Ping(proto int, host string) (net.Conn, error) {
	d := &net.Dialer{FallbackDelay: -1}
	return d.Dial(fmt.Sprintf("ip4:%d", proto), host)
}

// Both tries sockets of two kinds.
func Both(path string) (c net.Conn, err error) {
	d := new(net.Dialer)
	for _, network := range []string{"unixgram", "unix"} {
		if c, err = d.Dial(network, path); err == nil {
			return c, nil
		}
	}
	return nil, err
}

// Checked refuses what may wait.
func Checked(network, addr string) (net.Conn, error) {
	switch network {
	case "unix", "unixgram":
	case "udp":
		addr = strings.TrimSpace(addr)
	default:
		return nil, errors.ErrUnsupported
	}
	var d net.Dialer
	return d.Dial(network, addr)
}

// Loose only refuses some of it.
func Loose(network, addr string) (net.Conn, error) {
	switch network {
	case "unix":
	case "tcp6":
	default:
		return nil, errors.ErrUnsupported
	}
	var d net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.Dial(network, addr)
}

// Named asks by a variable.
func Named(network, addr string) (net.Conn, error) {
	local := network == "unix" || strings.HasPrefix(network, "udp")
	if local {
		return (&net.Dialer{}).Dial(network, addr)
	}
	return (&net.Dialer{}).Dial(network, addr) // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
}

type agent struct {
	kind string
	addr string
}

func newAgent(path string) *agent { return &agent{"unixpacket", path} }

func (a *agent) useDatagrams(addr string) { a.kind, a.addr = "udp", addr }

func (a *agent) connect(ctx context.Context) (net.Conn, error) {
	return new(net.Dialer).DialContext(ctx, a.kind, a.addr)
}

// Agent has a field that only ever holds networks which do not wait.
func Agent(ctx context.Context, path, addr string) (net.Conn, error) {
	a := newAgent(path)
	if path == "" {
		a.useDatagrams(addr)
	}
	return a.connect(ctx)
}

// Remote dials what an address says of itself.
func Remote(local *net.UDPAddr, to string) (net.Conn, error) {
	d := net.Dialer{LocalAddr: local}
	return d.Dial(local.Network(), to)
}

// Typed uses the methods that have the network in their names.
func Typed(ctx context.Context, to netip.AddrPort) (*net.UDPConn, error) {
	var d net.Dialer
	if _, err := d.DialUnix(ctx, "unixgram", nil, &net.UnixAddr{Name: "/run/x"}); err != nil {
		return nil, err
	}
	return d.DialUDP(ctx, "udp", netip.AddrPort{}, to)
}

// Stream waits.
func Stream(to netip.AddrPort) (*net.TCPConn, error) {
	var d net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.DialTCP(context.Background(), "tcp", netip.AddrPort{}, to)
}

// Cleared leaves in one clause of a switch, which says nothing of the next.
func Cleared(kind, network, addr string) (net.Conn, error) {
	var d net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	switch kind {
	case "local":
		if network != "unix" {
			return nil, errors.ErrUnsupported
		}
	case "remote":
		return d.Dial(network, addr)
	}
	return nil, nil
}

// Fallen comes into a clause from the one before.
func Fallen(network, addr string) (net.Conn, error) {
	var d net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	switch network {
	case "tcp":
		addr += ":80"
		fallthrough
	case "udp":
		return d.Dial(network, addr)
	}
	return nil, nil
}

// Joined falls from one that does not wait into another.
func Joined(network, addr string) (net.Conn, error) {
	var d net.Dialer
	switch network {
	case "unix":
		addr += ".sock"
		fallthrough
	case "udp":
		return d.Dial(network, addr)
	}
	return nil, nil
}

// Assigned asks, and then takes something else.
func Assigned(network, addr string) (net.Conn, error) {
	var d net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	if network == "unix" {
		network = "tcp"
		return d.Dial(network, addr)
	}
	return nil, nil
}

type place struct{ network, addr string }

// Swapped assigns to what the place is a part of.
func Swapped(p, other *place) (net.Conn, error) {
	var d net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	if p.network == "unix" {
		p = other
		return d.Dial(p.network, p.addr)
	}
	return nil, nil
}

// Afterwards changes it when all is done.
func Afterwards(p *place) (c net.Conn, err error) {
	var d net.Dialer
	if p.network == "unix" {
		if c, err = d.Dial(p.network, p.addr); err == nil {
			p.network = "tcp"
		}
	}
	return c, err
}

// Replaced has an element that waits.
func Replaced(path string, n int) (net.Conn, error) {
	networks := []string{"unixgram", "unix"}
	networks[0] = "tcp"
	d := new(net.Dialer) // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.Dial(networks[n], path)
}

// Either gives two conditions each other and themselves.
func Either(network, addr string, more func() bool) (net.Conn, error) {
	var d net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	var local, last bool
	for more() {
		local = last || local || network == "unix"
		last = !local && !last
		if local && last {
			return d.Dial(network, addr)
		}
	}
	return nil, nil
}

func local(n int) string {
	if n == 0 {
		return "unix"
	}
	return local(n - 1)
}

// Recursive gets the network from a function that calls itself.
func Recursive(n int, addr string) (net.Conn, error) {
	var d net.Dialer
	return d.Dial(local(n), addr)
}

// A Daemon is reached by a socket, whatever its type would allow.
type Daemon struct {
	network, addr string
	dialer        net.Dialer
}

// NewDaemon returns one, and all calls of it here say unix.
func NewDaemon(network, addr string) *Daemon { return &Daemon{network: network, addr: addr} }

// DefaultDaemon is the only caller.
func DefaultDaemon() *Daemon { return NewDaemon("unix", "/run/daemon") }

// Open dials.
func (a *Daemon) Open(ctx context.Context) (net.Conn, error) {
	return a.dialer.DialContext(ctx, a.network, a.addr)
}

// A Peer is reached by either.
type Peer struct {
	network, addr string
	dialer        net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
}

// NewPeer returns one, and one call says tcp.
func NewPeer(network, addr string) *Peer { return &Peer{network: network, addr: addr} }

// LocalPeer and RemotePeer are its callers.
func LocalPeer() *Peer             { return NewPeer("unix", "/run/peer") }
func RemotePeer(addr string) *Peer { return NewPeer("tcp", addr) }

// Open dials.
func (p *Peer) Open() (net.Conn, error) { return p.dialer.Dial(p.network, p.addr) }

// Exact says more of what it has asked about.
func Exact(network, addr string, v6 bool) (net.Conn, error) {
	switch network {
	case "udp", "udp4", "udp6":
	default:
		return nil, net.UnknownNetworkError(network)
	}
	if network == "udp" {
		network = "udp4"
		if v6 {
			network = "udp6"
		}
	}
	var d net.Dialer
	return d.Dial(network, addr)
}

// Inexact may change it to one that waits.
func Inexact(network, addr string, fallback bool) (net.Conn, error) {
	if network != "udp" {
		return nil, net.UnknownNetworkError(network)
	}
	if fallback {
		network = "tcp"
	}
	var d net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.Dial(network, addr)
}

// Local skips all others.
func Local(networks []string, addr string) (net.Conn, error) {
	var d net.Dialer
next:
	for _, network := range networks {
		switch network {
		case "unix", "unixpacket":
		default:
			continue next
		}
		if c, err := d.Dial(network, addr); err == nil {
			return c, nil
		}
	}
	return nil, errors.ErrUnsupported
}

// AnyOf only leaves the switch.
func AnyOf(networks []string, addr string) (net.Conn, error) {
	var d net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	for _, network := range networks {
		switch network {
		case "unix", "unixpacket":
		default:
			break
		}
		if c, err := d.Dial(network, addr); err == nil {
			return c, nil
		}
	}
	return nil, errors.ErrUnsupported
}

func gramOf(addr string) (network string) {
	network = "udp"
	if strings.HasPrefix(addr, "/") {
		network = "unixgram"
	}
	return
}

// Gram dials what a named result says.
func Gram(addr string) (net.Conn, error) {
	var d net.Dialer
	return d.Dial(gramOf(addr), addr)
}

func streamOf(addr string) (network string, err error) {
	network = "tcp"
	if strings.HasPrefix(addr, "/") {
		network = "unix"
	}
	return
}

// StreamTo may wait.
func StreamTo(addr string) (net.Conn, error) {
	network, err := streamOf(addr)
	if err != nil {
		return nil, err
	}
	var d net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.Dial(network, addr)
}
