package fixclone

import (
	"crypto/tls"
	"net/http"
)

func tlsOnly(cfg *tls.Config) *http.Client {
	t := &http.Transport{TLSClientConfig: cfg} // want `transport`
	return &http.Client{Transport: t}
}

func function(pool int) (transport *http.Transport) {
	switch {
	case pool > 0:
		transport = &http.Transport{TLSClientConfig: &tls.Config{ // want `transport`
			MinVersion: tls.VersionTLS13, // as the auditors say
		}, ForceAttemptHTTP2: true}
	default:
		var t = &http.Transport{TLSClientConfig: nil} // want `transport`
		transport = t
	}
	return transport
}

// Statements cannot follow here, or would not mean the same.
func none(cfg *tls.Config) http.RoundTripper {
	if t := (&http.Transport{TLSClientConfig: cfg}); cfg != nil { // want `transport`
		return t
	}
	var rt http.RoundTripper = &http.Transport{TLSClientConfig: cfg} // want `transport`
	if rt != nil {
		return rt
	}
	t := &http.Transport{ // want `transport`
		// Certificates of our own.
		TLSClientConfig: cfg,
	}
	return t
}
