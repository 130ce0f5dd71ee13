package dotimport

import (
	. "net"
	"time"
)

var Loose = Dialer{} // want `^dialer: net.Dialer leaves Timeout unset \(`

var Bounded = Dialer{Timeout: 5 * time.Second}
