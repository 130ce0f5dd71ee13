package closeidle

import "net/http"

type idler interface{ CloseIdleConnections() }

// A method value of an interface is called where a condition holds.
func sometimes(url string, tidy bool) error {
	t := &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	var i idler = t
	if tidy {
		end := i.CloseIdleConnections
		end()
	}
	_, err := (&http.Client{Transport: t}).Get(url)
	return err
}

func certainly(url string) error {
	t := &http.Transport{} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	var i idler = t
	end := i.CloseIdleConnections
	defer end()
	_, err := (&http.Client{Transport: t}).Get(url)
	return err
}
