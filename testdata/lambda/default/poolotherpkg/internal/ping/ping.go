// Package ping knows nothing of Lambda.
package ping

import "net/http"

// Check only asks.
func Check(url string) error { return done(http.Head(url)) }

// Send posts by a client of its own.
func Send(url string) error { return done((&http.Client{}).Post(url, "text/plain", nil)) }

// Put is used by nobody.
func Put(url string) error { return done(http.PostForm(url, nil)) }

func done(resp *http.Response, err error) error {
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
