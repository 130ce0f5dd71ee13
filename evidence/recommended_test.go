package evidence

import (
	"crypto/tls"
	"crypto/x509"
	"net/http"
)

// recommended returns an http.Transport with what the catalog recommends, which are http.DefaultTransport's values. A test
// changes the one field that it is about. The environment's proxy plays no part.
//
// It is no Clone of http.DefaultTransport, since a clone offers HTTP/2 whatever its ForceAttemptHTTP2 says.
func recommended() *http.Transport {
	d := http.DefaultTransport.(*http.Transport)
	return &http.Transport{
		IdleConnTimeout:       d.IdleConnTimeout,
		MaxIdleConns:          d.MaxIdleConns,
		MaxIdleConnsPerHost:   d.MaxIdleConnsPerHost,
		TLSHandshakeTimeout:   d.TLSHandshakeTimeout,
		DialContext:           d.DialContext,
		ResponseHeaderTimeout: d.ResponseHeaderTimeout,
		MaxConnsPerHost:       d.MaxConnsPerHost,
		Proxy:                 nil,
		ExpectContinueTimeout: d.ExpectContinueTimeout,
		ForceAttemptHTTP2:     d.ForceAttemptHTTP2,
	}
}

// trusting returns a configuration that trusts cert.
func trusting(cert *x509.Certificate) *tls.Config {
	pool := x509.NewCertPool()
	pool.AddCert(cert)
	return &tls.Config{RootCAs: pool}
}
