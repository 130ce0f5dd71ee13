// Package names gives other packages the types of net and net/http.
package names

import (
	"net"
	"net/http"
)

type (
	Transport = http.Transport
	Dialer    = net.Dialer
)
