package evidence

import (
	"context"
	"crypto/tls"
	"errors"
	"net"
	"net/http"
	"slices"
	"testing"
)

// A dial function or a TLS configuration turns HTTP/2 off, unless ForceAttemptHTTP2 or Protocols turns it on.
func TestForceAttemptHTTP2(t *testing.T) {
	t.Parallel()
	s := serve(t, http2, listenLoopback(t), answer)
	both := new(http.Protocols)
	both.SetHTTP1(true)
	both.SetHTTP2(true)
	config := trusting(s.Certificate())
	offering := config.Clone()
	offering.NextProtos = []string{"h2", "http/1.1"}
	dialTLS := (&tls.Dialer{NetDialer: &net.Dialer{Timeout: patience}, Config: offering}).DialContext
	for _, test := range []struct {
		name  string
		set   func(*http.Transport)
		proto protocol // empty if the request fails
	}{
		{name: "TLSClientConfig, zero", set: func(tr *http.Transport) { tr.TLSClientConfig = config.Clone() }, proto: http1},
		{name: "TLSClientConfig, true", set: func(tr *http.Transport) {
			tr.TLSClientConfig = config.Clone()
			tr.ForceAttemptHTTP2 = true
		}, proto: http2},
		{name: "TLSClientConfig and Protocols", set: func(tr *http.Transport) {
			tr.TLSClientConfig = config.Clone()
			tr.Protocols = both
		}, proto: http2},
		{name: "TLSClientConfig and TLSNextProto, true", set: func(tr *http.Transport) {
			tr.TLSClientConfig = config.Clone()
			tr.ForceAttemptHTTP2 = true
			tr.TLSNextProto = make(map[string]func(string, *tls.Conn) http.RoundTripper)
		}, proto: http1},
		{name: "DialTLSContext that offers it, zero", set: func(tr *http.Transport) { tr.DialTLSContext = dialTLS }},
		{name: "DialTLSContext that offers it, true", set: func(tr *http.Transport) {
			tr.DialTLSContext = dialTLS
			tr.ForceAttemptHTTP2 = true
		}, proto: http2},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			//transportlint:ignore transport the test shows what follows
			tr := new(http.Transport)
			test.set(tr)
			t.Cleanup(tr.CloseIdleConnections)
			resp, err := get(t.Context(), &http.Client{Transport: tr, Timeout: patience}, s.URL)
			var proto protocol
			if err == nil {
				proto = protocol(resp.Proto)
			}
			t.Logf("answered by %q, error %v", proto, err)
			if proto != test.proto {
				t.Errorf("answered by %q, want %q", proto, test.proto)
			}
		})
	}
}

// What a client offers in its hello can be seen without a certificate that it trusts, and so without TLSClientConfig.
func TestForceAttemptHTTP2Offers(t *testing.T) {
	t.Parallel()
	dialer := &net.Dialer{Timeout: patience}
	for _, test := range []struct {
		name   string
		set    func(*http.Transport)
		offers bool
	}{
		{"nothing set", func(*http.Transport) {}, true},
		{"DialContext, zero", func(tr *http.Transport) { tr.DialContext = dialer.DialContext }, false},
		{"DialContext, true", func(tr *http.Transport) { tr.DialContext, tr.ForceAttemptHTTP2 = dialer.DialContext, true }, true},
		{"Dial, zero", func(tr *http.Transport) { tr.Dial = dialer.Dial }, false},                            //nolint:staticcheck // deprecated, and in use
		{"Dial, true", func(tr *http.Transport) { tr.Dial, tr.ForceAttemptHTTP2 = dialer.Dial, true }, true}, //nolint:staticcheck // as above
		{"TLSClientConfig, zero", func(tr *http.Transport) { tr.TLSClientConfig = new(tls.Config) }, false},
		{"TLSClientConfig, true", func(tr *http.Transport) { tr.TLSClientConfig, tr.ForceAttemptHTTP2 = new(tls.Config), true }, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			offered := make(chan []string, 1)
			l := tls.NewListener(listenLoopback(t), &tls.Config{GetConfigForClient: func(hello *tls.ClientHelloInfo) (*tls.Config, error) {
				offered <- hello.SupportedProtos
				return nil, errors.New("seen enough")
			}})
			defer l.Close()
			go func() {
				if conn, err := l.Accept(); err == nil {
					_ = conn.(*tls.Conn).HandshakeContext(context.Background())
					_ = conn.Close()
				}
			}()
			tr := new(http.Transport) //transportlint:ignore transport what the fields not set do to this one is the question
			test.set(tr)
			if _, err := get(t.Context(), &http.Client{Transport: tr, Timeout: patience}, "https://"+l.Addr().String()); err == nil {
				t.Fatal("the server should have refused")
			}
			protos := <-offered
			t.Logf("offers %q", protos)
			if slices.Contains(protos, "h2") != test.offers {
				t.Errorf("offers %q; HTTP/2 should be among them: %v", protos, test.offers)
			}
		})
	}
}
