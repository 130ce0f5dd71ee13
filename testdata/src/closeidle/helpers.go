package closeidle

import (
	"errors"
	"io"
	"net/http"
)

func closeTransport(t *http.Transport) {
	t.CloseIdleConnections()
}

func byHelper(url string) error {
	t := &http.Transport{} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	defer closeTransport(t)
	_, err := (&http.Client{Transport: t}).Get(url)
	return err
}

func closeBoth(client *http.Client, t *http.Transport) {
	client.CloseIdleConnections()
	closeTransport(t)
}

func byHelperOfHelper(url string) error {
	t := &http.Transport{}                                                 // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	client := &http.Client{Transport: &http.Transport{MaxConnsPerHost: 1}} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	defer closeBoth(client, t)
	if _, err := client.Get(url); err != nil {
		return err
	}
	_, err := (&http.Client{Transport: t}).Get(url)
	return err
}

type session struct{ client *http.Client }

func (s session) Close() {
	s.client.CloseIdleConnections()
}

func byMethod(url string) error {
	s := session{&http.Client{Transport: &http.Transport{}}} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	defer s.Close()
	_, err := s.client.Get(url)
	return err
}

// The helper is given another one.
func byHelperOther(url string) error {
	a, b := &http.Transport{MaxConnsPerHost: 1}, &http.Transport{} // want `does not set TLSHandshakeTimeout \([^)]*\) and` `does not set IdleConnTimeout \([^)]*\),`
	defer closeTransport(a)
	if _, err := (&http.Client{Transport: a}).Get(url); err != nil {
		closeTransport(b)
		return err
	}
	_, err := (&http.Client{Transport: b}).Get(url)
	return err
}

func closeIf(t *http.Transport, err error) {
	if errors.Is(err, http.ErrHandlerTimeout) {
		t.CloseIdleConnections()
	}
}

// The helper closes sometimes.
func byHelperSometimes(url string) error {
	t := &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	_, err := (&http.Client{Transport: t}).Get(url)
	closeIf(t, err)
	return err
}

var up = probe("https://api.example.com")

// It is called where no function is.
func probe(url string) bool {
	t := &http.Transport{} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	defer t.CloseIdleConnections()
	_, err := (&http.Client{Transport: t}).Get(url)
	return err == nil
}

type pooled http.Transport

func (p *pooled) stop() { (*http.Transport)(p).CloseIdleConnections() }

func derived(url string) error {
	t := &http.Transport{} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	defer (*pooled)(t).stop()
	_, err := (&http.Client{Transport: t}).Get(url)
	return err
}

func closeAll(ts ...*http.Transport) {
	for _, t := range ts {
		t.CloseIdleConnections()
	}
}

func several(url string) error {
	a, b := &http.Transport{MaxConnsPerHost: 1}, &http.Transport{} // want `does not set TLSHandshakeTimeout \([^)]*\) and` `does not set TLSHandshakeTimeout \([^)]*\) and`
	defer closeAll(a, b)
	if _, err := (&http.Client{Transport: a}).Get(url); err != nil {
		return err
	}
	_, err := (&http.Client{Transport: b}).Get(url)
	return err
}

func closeSome(ts ...*http.Transport) {
	for _, t := range ts {
		if t.MaxConnsPerHost == 0 {
			t.CloseIdleConnections()
		}
	}
}

func some(url string) error {
	t := &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	defer closeSome(t)
	_, err := (&http.Client{Transport: t}).Get(url)
	return err
}

func (p *pooled) Close() error {
	(*http.Transport)(p).CloseIdleConnections()
	return nil
}

func closers(url string) error {
	t := &http.Transport{} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	var closers []io.Closer
	closers = append(closers, (*pooled)(t))
	defer func() {
		for _, c := range closers {
			c.Close()
		}
	}()
	_, err := (&http.Client{Transport: t}).Get(url)
	return err
}

func keys(urls []string) error {
	ts := make(map[*http.Transport]bool)
	for range 2 {
		t := &http.Transport{} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
		ts[t] = true
	}
	defer func() {
		for t := range ts {
			t.CloseIdleConnections()
		}
	}()
	for t := range ts {
		if _, err := (&http.Client{Transport: t}).Get(urls[0]); err != nil {
			return err
		}
	}
	return nil
}
