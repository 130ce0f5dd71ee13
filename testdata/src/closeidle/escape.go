package closeidle

import "net/http"

// It lives on in the result.
func returned(url string) (*http.Client, error) {
	t := &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	defer t.CloseIdleConnections()
	client := &http.Client{Transport: t}
	_, err := client.Get(url)
	return client, err
}

var last *http.Client

// It lives on in a package variable, but who makes it is done with it.
func stored(url string) error {
	t := &http.Transport{} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	defer t.CloseIdleConnections()
	last = &http.Client{Transport: t}
	_, err := last.Get(url)
	return err
}

type fetcher struct {
	rt http.RoundTripper
}

// So it does in the receiver.
func (f *fetcher) kept(url string) error {
	t := &http.Transport{} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	defer t.CloseIdleConnections()
	f.rt = t
	_, err := (&http.Client{Transport: f.rt}).Get(url)
	return err
}

// It is closed before others use it.
func (f *fetcher) begun(url string) error {
	t := &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	f.rt = t
	_, err := (&http.Client{Transport: f.rt}).Get(url)
	t.CloseIdleConnections()
	return err
}

// Closed where it fails, kept where it works.
func onError(url string) error {
	t := &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	client := &http.Client{Transport: t}
	resp, err := client.Get(url)
	if err != nil {
		t.CloseIdleConnections()
		return err
	}
	return resp.Body.Close()
}

// Another transport is closed.
func Other(given *http.Transport, url string) error {
	t := &http.Transport{} // want `^leak: http.Transport is created on every call` `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	defer given.CloseIdleConnections()
	_, err := (&http.Client{Transport: t}).Get(url)
	return err
}

// The body is closed, the connection stays.
func never(url string) error {
	client := &http.Client{Transport: &http.Transport{}} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	resp, err := client.Get(url)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// One of two is closed.
func first(url string) error {
	a := &http.Transport{} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	b := &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	defer a.CloseIdleConnections()
	if _, err := (&http.Client{Transport: a}).Get(url); err != nil {
		return err
	}
	_, err := (&http.Client{Transport: b}).Get(url)
	return err
}

// The client that is closed has another one.
func otherClient(url string) error {
	used, open := &http.Transport{MaxConnsPerHost: 1}, &http.Transport{} // want `does not set TLSHandshakeTimeout \([^)]*\) and` `does not set IdleConnTimeout \([^)]*\),`
	closed := &http.Client{Transport: used}
	defer closed.CloseIdleConnections()
	if _, err := closed.Get(url); err != nil {
		return err
	}
	_, err := (&http.Client{Transport: open}).Get(url)
	return err
}

// Requests through an interface close nothing.
func roundTrip(req *http.Request) error {
	var rt http.RoundTripper = &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	_, err := rt.RoundTrip(req)
	return err
}

// Closed in another branch than the one that makes it.
func inOtherBranch(url string, own, tidy bool) error {
	client := &http.Client{}
	if own {
		client.Transport = &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	}
	if tidy {
		defer client.CloseIdleConnections()
	}
	return get(client, url)
}
