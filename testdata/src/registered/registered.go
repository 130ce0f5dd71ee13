// Package registered has transports that others send for: the protocols of their URLs are registered.
package registered

import "net/http"

type sockets struct{}

func (sockets) RoundTrip(r *http.Request) (*http.Response, error) { return nil, http.ErrNotSupported }

const scheme = "unix"

// Containers asks by that protocol alone.
func Containers() (*http.Response, error) {
	t := &http.Transport{}
	t.RegisterProtocol(scheme, sockets{})
	c := &http.Client{Transport: t}
	return c.Get(scheme + ":///containers")
}

// Requested makes its requests by hand.
func Requested(path string) (*http.Response, error) {
	t := new(http.Transport)
	t.RegisterProtocol("unix", sockets{})
	req, err := http.NewRequest(http.MethodGet, "unix:///"+path, nil)
	if err != nil {
		return nil, err
	}
	return (&http.Client{Transport: t}).Do(req)
}

// Also asks by others, too.
func Also() error {
	t := &http.Transport{} // want `^leak: ` `^transport: http.Transport does not set TLSHandshakeTimeout `
	t.RegisterProtocol("unix", sockets{})
	c := &http.Client{Transport: t}
	if _, err := c.Get("unix:///containers"); err != nil {
		return err
	}
	_, err := c.Get("https://example.com")
	return err
}

// Handed may ask for anything.
func Handed() *http.Client {
	t := &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout `
	t.RegisterProtocol("unix", sockets{})
	return &http.Client{Transport: t}
}
