package networks

import (
	"context"
	"net"
)

var logs = map[string]string{"unixgram": "/dev/log", "unix": "/var/run/syslog"}

// Keys are those of a map that is what it says.
func Keys() (c net.Conn, err error) {
	d := new(net.Dialer)
	for network, path := range logs {
		if c, err = d.Dial(network, path); err == nil {
			return c, nil
		}
	}
	return nil, err
}

var hosts = map[string]string{"udp": "localhost:514", "tcp": "localhost:514"}

// KeysTCP has one that waits.
func KeysTCP() (c net.Conn, err error) {
	d := new(net.Dialer) // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	for network, addr := range hosts {
		if c, err = d.Dial(network, addr); err == nil {
			return c, nil
		}
	}
	return nil, err
}

// Values are not asked for by their keys.
func Values(path string) (c net.Conn, err error) {
	byName := map[string]string{"tcp": "unix", "stream": "unixpacket"}
	d := new(net.Dialer)
	for _, network := range byName {
		if c, err = d.Dial(network, path); err == nil {
			return c, nil
		}
	}
	return d.Dial(byName["tcp"], path)
}

var added = map[string]string{"unixgram": "/dev/log"}

// Add makes the map something else.
func Add(network, addr string) { added[network] = addr }

// KeysAdded has whatever was added.
func KeysAdded() (c net.Conn, err error) {
	d := new(net.Dialer) // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	for network, addr := range added {
		if c, err = d.Dial(network, addr); err == nil {
			return c, nil
		}
	}
	return nil, err
}

// Sockets may be changed by others.
var Sockets = []string{"unixgram", "unix"}

var sockets = []string{"unixgram", "unix"}

// Lists tries both.
func Lists(path string) (c net.Conn, err error) {
	d := new(net.Dialer)
	for _, network := range sockets {
		if c, err = d.Dial(network, path); err == nil {
			return c, nil
		}
	}
	e := new(net.Dialer) // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	for _, network := range Sockets {
		if c, err = e.Dial(network, path); err == nil {
			return c, nil
		}
	}
	return nil, err
}

var targets = []struct{ network, path string }{
	{"unixgram", "/dev/log"},
	{network: "unix", path: "/var/run/syslog"},
}

// Targets have names.
func Targets(ctx context.Context) (c net.Conn, err error) {
	var d net.Dialer
	for _, t := range targets {
		if c, err = d.DialContext(ctx, t.network, t.path); err == nil {
			return c, nil
		}
	}
	return nil, err
}

func first(addr string, networks ...string) (c net.Conn, err error) {
	d := net.Dialer{}
	for _, network := range networks {
		if c, err = d.Dial(network, addr); err == nil {
			return c, nil
		}
	}
	return nil, err
}

// First gives two, and First6 a list.
func First(addr string) (net.Conn, error)  { return first(addr, "udp", "unixgram") }
func First6(addr string) (net.Conn, error) { return first(addr, []string{"udp6"}...) }

func last(addr string, networks ...string) (c net.Conn, err error) {
	d := net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	for _, network := range networks {
		if c, err = d.Dial(network, addr); err == nil {
			return c, nil
		}
	}
	return nil, err
}

// Last gives one that waits, behind another.
func Last(addr string) (net.Conn, error) { return last(addr, "udp", "tcp") }

func pair() (string, string) { return "localhost:80", "tcp" }

func several(addr string, networks ...string) (net.Conn, error) {
	d := net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.Dial(networks[0], addr)
}

// Several gives what another function returns.
func Several() (net.Conn, error) { return several(pair()) }

func logged(network string, v ...any) (net.Conn, error) {
	println(len(v))
	return new(net.Dialer).Dial(network, "localhost:514")
}

// Logged has a parameter before the others.
func Logged() (net.Conn, error) { return logged("udp", 1, 2) }

// Appended has what was appended.
func Appended(addr string, v6 bool) (c net.Conn, err error) {
	networks := []string{"udp4"}
	if v6 {
		networks = append(networks, "udp6")
	}
	var d net.Dialer
	for _, network := range networks {
		if c, err = d.Dial(network, addr); err == nil {
			return c, nil
		}
	}
	return nil, err
}

// AppendedTCP has one that waits.
func AppendedTCP(addr string, more ...string) (c net.Conn, err error) {
	networks := []string{"udp4"}
	networks = append(networks, more...)
	var d net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	for _, network := range networks {
		if c, err = d.Dial(network, addr); err == nil {
			return c, nil
		}
	}
	return nil, err
}

type syslog struct{ networks []string }

func newSyslog() *syslog { return &syslog{networks: []string{"unixgram", "unix"}} }

// Dial tries what the field has.
func (s *syslog) Dial() (c net.Conn, err error) {
	var d net.Dialer
	for _, network := range s.networks {
		if c, err = d.Dial(network, "/dev/log"); err == nil {
			return c, nil
		}
	}
	return nil, err
}

// Syslog makes one.
func Syslog() (net.Conn, error) { return newSyslog().Dial() }

func onDisk() []string { return []string{"unixgram", "unix"} }

func either(v6 bool) []string {
	if v6 {
		return []string{"udp6"}
	}
	return []string{"tcp"}
}

// Returned has what a function returns.
func Returned(addr string) (c net.Conn, err error) {
	var d net.Dialer
	for _, network := range onDisk() {
		if c, err = d.Dial(network, addr); err == nil {
			return c, nil
		}
	}
	var e net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	for _, network := range either(addr == "") {
		if c, err = e.Dial(network, addr); err == nil {
			return c, nil
		}
	}
	return nil, err
}

func split(addr string) (network, path string, err error) {
	if addr == "" {
		return "", "", net.ErrClosed
	}
	return "unix", addr, nil
}

// Split has no network beside an error.
func Split(addr string) (net.Conn, error) {
	network, path, err := split(addr)
	if err != nil {
		return nil, err
	}
	var d net.Dialer
	return d.Dial(network, path)
}
