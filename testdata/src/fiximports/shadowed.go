package fiximports

import (
	"net/http"
	"time"
)

func shadowed(time, net int) http.RoundTripper {
	return &http.Transport{MaxIdleConns: time + net} // want `transport`
}

func unshadowed() time.Duration { return time.Second }
