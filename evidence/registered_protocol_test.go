package evidence

import (
	"context"
	"errors"
	"net"
	"net/http"
	"testing"
)

// A request to a protocol that is registered with a transport is sent by what is registered: the transport does not dial. Any other is
// the transport's own.
func TestRegisteredProtocol(t *testing.T) {
	t.Parallel()
	errDial := errors.New("dialed")
	//transportlint:ignore transport the test looks at protocols only
	tr := &http.Transport{DialContext: func(context.Context, string, string) (net.Conn, error) { return nil, errDial }}
	sent := 0
	tr.RegisterProtocol("unix", roundTripper(func(r *http.Request) (*http.Response, error) {
		sent++
		return &http.Response{StatusCode: http.StatusNoContent, Body: http.NoBody, Request: r}, nil
	}))
	client := &http.Client{Transport: tr}
	resp, err := client.Get("unix:///containers")
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	if sent != 1 {
		t.Errorf("what is registered sent %d requests, want 1", sent)
	}
	if _, err := client.Get("http://example.com"); !errors.Is(err, errDial) {
		t.Errorf("http: %v, want %v", err, errDial)
	}
}

type roundTripper func(*http.Request) (*http.Response, error)

func (f roundTripper) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }
