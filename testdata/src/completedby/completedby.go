// Package completedby brings clients to another package, which completes some of them.
package completedby

import (
	"net"
	"net/http"
	"time"

	"completedby/kit"
)

var dialer = &net.Dialer{Timeout: time.Second}

// Both calls the option that sets the limit.
func Both() *kit.Service {
	brought := kit.Client(&http.Client{Transport: &http.Transport{DialContext: dialer.DialContext, IdleConnTimeout: time.Minute}})
	return kit.Build(brought, kit.TLS(time.Second), kit.Name("both"))
}

// One does not.
func One() *kit.Service {
	return kit.Build(kit.Name("one"), kit.Client(&http.Client{
		Transport: &http.Transport{DialContext: dialer.DialContext, IdleConnTimeout: time.Minute}, // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	}))
}

// Quick is completed by the function that makes the service.
func Quick() *kit.Service {
	return kit.Quick(kit.Client(&http.Client{
		Transport: &http.Transport{DialContext: dialer.DialContext, TLSHandshakeTimeout: time.Second},
	}))
}
