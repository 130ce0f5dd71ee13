// Package clonelater turns HTTP/2 on, or off, in its clones.
package clonelater

import (
	"crypto/tls"
	"net/http"
	"time"
)

var base = &http.Transport{MaxIdleConns: 100, IdleConnTimeout: time.Minute}

func forced() *http.Client {
	tr := base.Clone()
	tr.ForceAttemptHTTP2 = true
	return &http.Client{Transport: tr}
}

func configured(config *tls.Config) *http.Client {
	tr := base.Clone()
	tr.TLSClientConfig = config
	return &http.Client{Transport: tr}
}
