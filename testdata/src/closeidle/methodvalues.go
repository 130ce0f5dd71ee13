package closeidle

import "net/http"

func methodValue(url string) error {
	t := &http.Transport{} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	done := t.CloseIdleConnections
	defer done()
	_, err := (&http.Client{Transport: t}).Get(url)
	return err
}

type run struct{ done func() }

func methodValueInField(url string) error {
	t := &http.Transport{} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	r := run{done: t.CloseIdleConnections}
	defer r.done()
	_, err := (&http.Client{Transport: t}).Get(url)
	return err
}
