package dotimport

import (
	. "net"
	"time"
)

var Loose = Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`

var Bounded = Dialer{Timeout: 5 * time.Second}
