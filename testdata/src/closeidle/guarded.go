package closeidle

import "net/http"

// Whether there is something to close does not make it a matter of chance.
func ifThere(client *http.Client, url string) error {
	var t *http.Transport
	if client == nil {
		t = &http.Transport{} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
		client = &http.Client{Transport: t}
	}
	defer func() {
		if t != nil {
			t.CloseIdleConnections()
		}
	}()
	_, err := client.Get(url)
	return err
}

func asserted(url string) error {
	client := &http.Client{Transport: &http.Transport{}} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	if t, ok := client.Transport.(*http.Transport); ok {
		defer t.CloseIdleConnections()
	}
	_, err := client.Get(url)
	return err
}

func closeIdle(rt http.RoundTripper) {
	if c, ok := rt.(closer); ok {
		c.CloseIdleConnections()
	}
}

func byGuardedHelper(url string) error {
	t := &http.Transport{} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	defer closeIdle(t)
	_, err := (&http.Client{Transport: t}).Get(url)
	return err
}

func unlessDefault(url string) error {
	client := &http.Client{Transport: &http.Transport{}} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	if url == "" {
		client = http.DefaultClient
	}
	if client != http.DefaultClient {
		defer client.CloseIdleConnections()
	}
	_, err := client.Get(url)
	return err
}

// It has to be a particular one.
func ifSpecial(special *http.Client, url string) error {
	client := &http.Client{Transport: &http.Transport{}} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	if client == special {
		client.CloseIdleConnections()
	}
	_, err := client.Get(url)
	return err
}

// Something else has to be there.
func ifAnswered(url string) error {
	t := &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	resp, err := (&http.Client{Transport: t}).Get(url)
	if resp != nil {
		t.CloseIdleConnections()
	}
	return err
}

// It is closed where there is none.
func unlessThere(t *http.Transport, url string) error {
	if t == nil {
		t = &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	}
	client := &http.Client{Transport: t}
	resp, err := client.Get(url)
	if err == nil {
		return resp.Body.Close()
	} else if client.Jar != nil {
		client.CloseIdleConnections()
	}
	return err
}

// Another of its kind is asked for, and closed.
func ifOther(known map[string]*http.Client, url string) error {
	client := &http.Client{Transport: &http.Transport{}} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	if c, ok := known[url]; ok {
		client = c
		client.CloseIdleConnections()
	}
	_, err := client.Get(url)
	return err
}
