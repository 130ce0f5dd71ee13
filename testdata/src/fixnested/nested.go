package fixnested

import (
	"net"
	"net/http"
	"time"
)

// The dialer is in the literal of the transport, and both are mended.
var client = &http.Client{
	Transport: &http.Transport{DialContext: (&net.Dialer{}).DialContext, MaxIdleConns: 1}, // want `transport` `dialer`
	Timeout:   time.Minute,
}

var both = []*http.Transport{{MaxIdleConns: 1}, {MaxIdleConns: 2}} // want `transport` `transport`
