// Package mapscopy moves transports from one container to another by a generic function whose body is not looked at.
package mapscopy

import (
	"maps"
	"net/http"
	"time"
)

func copied() {
	from := map[string]*http.Transport{"a": {}}
	to := map[string]*http.Transport{}
	maps.Copy(to, from)
	to["a"].IdleConnTimeout, to["a"].TLSHandshakeTimeout = time.Minute, time.Second
	to["a"].MaxIdleConns, to["a"].MaxIdleConnsPerHost = 100, 10
	to["a"].DialContext = nil
}
