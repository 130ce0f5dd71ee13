// Package standard gets another dialer than it passed.
package standard

import (
	"net"
	"time"

	"genericotherpkg/dialers"
)

func standard() {
	d := &net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	dialers.Standard(d).Timeout = time.Second
}
