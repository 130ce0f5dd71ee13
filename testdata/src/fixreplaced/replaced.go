package fixreplaced

import (
	"crypto/tls"
	"net/http"
)

func init() { http.DefaultTransport = logging{http.DefaultTransport} }

type logging struct{ http.RoundTripper }

// A clone of what is no *http.Transport would panic.
func client(cfg *tls.Config) *http.Client {
	return &http.Client{Transport: &http.Transport{TLSClientConfig: cfg}} // want `transport`
}
