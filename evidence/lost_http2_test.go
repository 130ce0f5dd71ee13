package evidence

import (
	"crypto/tls"
	"net"
	"net/http"
	"net/http/httptest"
	"testing"
)

// A clone has a TLS configuration that offers HTTP/2, as the original got when it was cloned. Without ForceAttemptHTTP2 a
// transport that is given a TLS configuration does not speak HTTP/2. So the server speaks it and the client does not understand.
func TestCloneLosesHTTP2(t *testing.T) {
	t.Parallel()
	both := new(http.Protocols)
	both.SetHTTP1(true)
	both.SetHTTP2(true)
	for _, test := range []struct {
		name  string
		set   func(*http.Transport)
		proto protocol // empty if every request fails
	}{
		{name: "zero", set: func(*http.Transport) {}},
		{name: "timeouts only", set: func(tr *http.Transport) {
			tr.IdleConnTimeout, tr.TLSHandshakeTimeout = recommended().IdleConnTimeout, recommended().TLSHandshakeTimeout
		}},
		{name: "Proxy", set: func(tr *http.Transport) { tr.Proxy = http.ProxyFromEnvironment }},
		{name: "ForceAttemptHTTP2", set: func(tr *http.Transport) { tr.ForceAttemptHTTP2 = true }, proto: http2},
		{name: "Protocols", set: func(tr *http.Transport) { tr.Protocols = both }, proto: http2},
		{name: "DialContext", set: func(tr *http.Transport) { tr.DialContext = (&net.Dialer{Timeout: patience}).DialContext }, proto: http1},
		{name: "TLSClientConfig", set: func(tr *http.Transport) { tr.TLSClientConfig = new(tls.Config) }, proto: http1},
		{name: "TLSNextProto", set: func(tr *http.Transport) {
			tr.TLSNextProto = make(map[string]func(string, *tls.Conn) http.RoundTripper)
		}, proto: http1},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			s := serve(t, http2, listenLoopback(t), answer)
			//transportlint:ignore transport the test shows what follows
			tr := new(http.Transport)
			test.set(tr)
			clone := tr.Clone()
			if clone.TLSClientConfig == nil {
				clone.TLSClientConfig = new(tls.Config)
			}
			clone.TLSClientConfig.RootCAs = trusting(s.Certificate()).RootCAs
			t.Cleanup(clone.CloseIdleConnections)
			lostHTTP2(t, s.Server, clone, test.proto)
		})
	}
	// What the clone is given instead decides.
	t.Run("zero, ForceAttemptHTTP2 in the clone", func(t *testing.T) {
		t.Parallel()
		s := serve(t, http2, listenLoopback(t), answer)
		clone := new(http.Transport).Clone() //transportlint:ignore transport as above
		clone.TLSClientConfig.RootCAs = trusting(s.Certificate()).RootCAs
		clone.ForceAttemptHTTP2 = true
		t.Cleanup(clone.CloseIdleConnections)
		lostHTTP2(t, s.Server, clone, http2)
	})
	t.Run("zero, TLSClientConfig in the clone", func(t *testing.T) {
		t.Parallel()
		s := serve(t, http2, listenLoopback(t), answer)
		clone := new(http.Transport).Clone() //transportlint:ignore transport as above
		clone.TLSClientConfig = trusting(s.Certificate())
		t.Cleanup(clone.CloseIdleConnections)
		lostHTTP2(t, s.Server, clone, http1)
	})
}

// A TLS configuration whose NextProtos has h2 offers HTTP/2, and turns it off in the transport, unless that has
// ForceAttemptHTTP2.
func TestNextProtosLosesHTTP2(t *testing.T) {
	t.Parallel()
	both := new(http.Protocols)
	both.SetHTTP1(true)
	both.SetHTTP2(true)
	for _, test := range []struct {
		name   string
		protos []string
		set    func(*http.Transport)
		proto  protocol // empty if every request fails
	}{
		{name: "none", set: func(*http.Transport) {}, proto: http1},
		{name: "http/1.1", protos: []string{"http/1.1"}, set: func(*http.Transport) {}, proto: http1},
		{name: "h2", protos: []string{"h2"}, set: func(*http.Transport) {}},
		{name: "h2 and http/1.1", protos: []string{"h2", "http/1.1"}, set: func(*http.Transport) {}},
		{name: "h2, TLSNextProto empty", protos: []string{"h2"}, set: func(tr *http.Transport) {
			tr.TLSNextProto = make(map[string]func(string, *tls.Conn) http.RoundTripper)
		}},
		{name: "h2, ForceAttemptHTTP2", protos: []string{"h2"}, set: func(tr *http.Transport) { tr.ForceAttemptHTTP2 = true }, proto: http2},
		{name: "h2, Protocols", protos: []string{"h2"}, set: func(tr *http.Transport) { tr.Protocols = both }, proto: http2},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			s := serve(t, http2, listenLoopback(t), answer)
			tr := s.transport(t)
			tr.ForceAttemptHTTP2 = false
			tr.TLSClientConfig.NextProtos = test.protos
			test.set(tr)
			lostHTTP2(t, s.Server, tr, test.proto)
		})
	}
	// A server that does not know HTTP/2 takes no notice.
	t.Run("h2 and http/1.1, HTTP/1.1 server", func(t *testing.T) {
		t.Parallel()
		s := httptest.NewTLSServer(http.HandlerFunc(answer))
		t.Cleanup(s.Close)
		tr := recommended()
		tr.ForceAttemptHTTP2 = false
		tr.TLSClientConfig = trusting(s.Certificate())
		tr.TLSClientConfig.NextProtos = []string{"h2", "http/1.1"}
		t.Cleanup(tr.CloseIdleConnections)
		lostHTTP2(t, s, tr, http1)
	})
}

// lostHTTP2 checks that a request is answered by want or, if that is empty, fails: the answer is malformed, the server gives up
// first, or it speaks before it is asked.
func lostHTTP2(t *testing.T, s *httptest.Server, tr *http.Transport, want protocol) {
	t.Helper()
	resp, err := get(t.Context(), &http.Client{Transport: tr, Timeout: patience}, s.URL)
	var got protocol
	if err == nil {
		got = protocol(resp.Proto)
	}
	t.Logf("answered by %q, error %v", got, err)
	if got != want {
		t.Errorf("answered by %q, want %q", got, want)
	}
}
