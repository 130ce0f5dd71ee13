// Package http2 stands for the real one.
package http2

import (
	"crypto/tls"
	"net/http"
)

func ConfigureTransport(t *http.Transport) error {
	t.RegisterProtocol("https", nil)
	if t.TLSClientConfig == nil {
		t.TLSClientConfig = new(tls.Config)
	}
	return nil
}
