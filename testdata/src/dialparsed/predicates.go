package dialparsed

import (
	"net"
	"strings"
)

// Local asks by a function of another file.
func Local(network, addr string) (net.Conn, error) {
	if isLocal(network) {
		var d net.Dialer
		return d.Dial(network, addr)
	}
	var d net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.Dial(network, addr)
}

// Stream asks by one that tells streams.
func Stream(network, addr string) (net.Conn, error) {
	if isStream(network) {
		var d net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
		return d.Dial(network, addr)
	}
	var d net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.Dial(network, addr)
}

// Other asks about something else.
func Other(network, addr string) (net.Conn, error) {
	if isLocal(addr) || isNormal(network) {
		var d net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
		return d.Dial(network, addr)
	}
	return nil, net.UnknownNetworkError(network)
}

// Refused leaves early.
func Refused(network, addr string) (net.Conn, error) {
	if !isLocal(network) {
		return nil, net.UnknownNetworkError(network)
	}
	var d net.Dialer
	return d.Dial(network, addr)
}

func isStream(network string) bool { return network == "unix" || strings.HasPrefix(network, "tcp") }

func isNormal(network string) bool {
	network = strings.ToLower(network)
	return network == "unix"
}
