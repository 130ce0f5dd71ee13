// Package nextprotos has TLS configurations that offer HTTP/2 for transports that do not speak it.
package nextprotos

import (
	"crypto/tls"
	"net/http"
)

const h2 = "h2"

var transport = &http.Transport{
	TLSClientConfig: &tls.Config{NextProtos: []string{h2, "http/1.1"}}, // want `^value: http.Transport offers HTTP/2 in TLSClientConfig without ForceAttemptHTTP2 \(requests to HTTP/2 servers fail\)$`
}

var fine = []*http.Transport{
	{TLSClientConfig: &tls.Config{NextProtos: []string{"h2"}}, ForceAttemptHTTP2: true},
	{TLSClientConfig: &tls.Config{NextProtos: []string{"h2"}}, Protocols: new(http.Protocols)},
	{TLSClientConfig: &tls.Config{NextProtos: []string{"h2"}}, TLSNextProto: map[string]func(string, *tls.Conn) http.RoundTripper{}},
	{TLSClientConfig: &tls.Config{NextProtos: []string{"http/1.1"}}},
	{TLSClientConfig: &tls.Config{ServerName: h2}},
}

func later(force bool) *http.Transport {
	tr := &http.Transport{TLSClientConfig: &tls.Config{NextProtos: []string{"h2"}}}
	tr.ForceAttemptHTTP2 = force
	return tr
}

func given(protos []string, configure func(*http.Transport)) *http.Transport {
	tr := &http.Transport{TLSClientConfig: &tls.Config{NextProtos: []string{"h2"}}}
	configure(tr)
	_ = &http.Transport{TLSClientConfig: &tls.Config{NextProtos: protos}}
	return tr
}
