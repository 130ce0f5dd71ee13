// Package handlershape looks like a Lambda function, and is none.
package handlershape

import (
	"net/http"
	"time"
)

var client = &http.Client{Transport: &http.Transport{}}

func Handler(w http.ResponseWriter, r *http.Request) {
	client.Do(r)
	http.Get("")
	http.DefaultTransport.(*http.Transport).Clone()
}

func use(t *http.Transport) { t.IdleConnTimeout = time.Minute }

var _ = time.Second
