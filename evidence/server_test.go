package evidence

import (
	"context"
	"crypto/tls"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"testing"
)

// A protocol is how Response.Proto writes it.
type protocol string

const (
	http1 protocol = "HTTP/1.1" // without TLS
	http2 protocol = "HTTP/2.0" // over TLS, from a server that offers HTTP/1.1 too
)

// A server is an http.Server whose connections are counted.
type server struct {
	*httptest.Server
	conns *counter
}

// serve starts a server, which ends with the test.
func serve(t *testing.T, p protocol, l net.Listener, h http.HandlerFunc) *server {
	t.Helper()
	conns := &counter{Listener: l}
	s := &server{conns: conns, Server: &httptest.Server{
		Listener: conns,
		Config:   &http.Server{Handler: h, ErrorLog: log.New(io.Discard, "", 0)},
	}}
	if p == http1 {
		s.Start()
	} else {
		s.TLS = &tls.Config{NextProtos: []string{"h2", "http/1.1"}}
		s.StartTLS()
	}
	t.Cleanup(s.Close)
	return s
}

// transport returns what [recommended] does, trusting s, and closes its idle connections when the test ends.
func (s *server) transport(t *testing.T) *http.Transport {
	tr := recommended()
	if cert := s.Certificate(); cert != nil {
		tr.TLSClientConfig = trusting(cert)
	}
	t.Cleanup(tr.CloseIdleConnections)
	return tr
}

// answer is a handler that does nothing else.
func answer(http.ResponseWriter, *http.Request) {}

// keepWaiting is a handler that answers when the client has gone.
func keepWaiting(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }

// get makes a request, reads the answer to its end, and returns it.
func get(ctx context.Context, c *http.Client, url string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	return do(c, req)
}

// do is [get] for a request.
func do(c *http.Client, req *http.Request) (*http.Response, error) {
	resp, err := c.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return resp, err
}
