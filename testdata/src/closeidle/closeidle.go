// Package closeidle closes idle connections itself, where the transport ends with the function.
package closeidle

import "net/http"

func deferred(url string) error {
	t := &http.Transport{} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	defer t.CloseIdleConnections()
	resp, err := (&http.Client{Transport: t}).Get(url)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func throughClient(url string) error {
	client := &http.Client{Transport: &http.Transport{}} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	defer client.CloseIdleConnections()
	resp, err := client.Get(url)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func inClosure(url string) error {
	t := &http.Transport{} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	client := http.Client{Transport: t}
	defer func() {
		t.CloseIdleConnections()
	}()
	_, err := client.Get(url)
	return err
}

func get(client *http.Client, url string) error {
	resp, err := client.Get(url)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Passing it to a function that does not keep it is use, not escape.
func passed(url string) error {
	client := &http.Client{Transport: &http.Transport{}} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	defer client.CloseIdleConnections()
	return get(client, url)
}

type closer interface{ CloseIdleConnections() }

func throughInterface(url string) error {
	t := &http.Transport{} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	var c closer = t
	defer c.CloseIdleConnections()
	_, err := (&http.Client{Transport: t}).Get(url)
	return err
}

type job struct {
	rt  http.RoundTripper
	url string
}

func (j *job) run() error {
	_, err := (&http.Client{Transport: j.rt}).Get(j.url)
	return err
}

// The struct that holds it ends with the function as well.
func inStruct(url string) error {
	t := &http.Transport{} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	defer t.CloseIdleConnections()
	return (&job{t, url}).run()
}

func methodValues(first, second string) error {
	a, b := &http.Transport{MaxConnsPerHost: 1}, &http.Transport{} // want `does not set TLSHandshakeTimeout \([^)]*\) and` `does not set TLSHandshakeTimeout \([^)]*\) and`
	cleanups := []func(){a.CloseIdleConnections, b.CloseIdleConnections}
	defer func() {
		for _, f := range cleanups {
			f()
		}
	}()
	if _, err := (&http.Client{Transport: a}).Get(first); err != nil {
		return err
	}
	_, err := (&http.Client{Transport: b}).Get(second)
	return err
}

func methodExpression(url string) error {
	t := &http.Transport{} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	done := (*http.Transport).CloseIdleConnections
	defer done(t)
	_, err := (&http.Client{Transport: t}).Get(url)
	return err
}

// Whoever comes to make it comes to close it.
func inBranch(url string, own bool) error {
	client := http.DefaultClient
	if own {
		t := &http.Transport{} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
		defer t.CloseIdleConnections()
		client = &http.Client{Transport: t}
	}
	return get(client, url)
}

func inInnerBranch(url string, own, compressed bool) error {
	if !own {
		return get(http.DefaultClient, url)
	} else {
		t := &http.Transport{} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
		if !compressed {
			t = &http.Transport{DisableCompression: true} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
		}
		defer t.CloseIdleConnections()
		return get(&http.Client{Transport: t}, url)
	}
}

func inEachBranch(url string, again bool) error {
	t := &http.Transport{} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	_, err := (&http.Client{Transport: t}).Get(url)
	if again {
		t.CloseIdleConnections()
		_, err = http.Get(url)
	} else {
		t.CloseIdleConnections()
	}
	return err
}

func inSomeBranches(url string, n int) error {
	t := &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout`
	_, err := (&http.Client{Transport: t}).Get(url)
	switch n {
	case 1:
		t.CloseIdleConnections()
	case 2:
		t.CloseIdleConnections()
	}
	return err
}

func inEnds(url string, n int) error {
	t := &http.Transport{} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	_, err := (&http.Client{Transport: t}).Get(url)
	switch {
	case err != nil:
		t.CloseIdleConnections()
		return err
	default:
		t.CloseIdleConnections()
	}
	return nil
}
