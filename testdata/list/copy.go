package list

import (
	"net/http"
	"time"
)

// quick is a copy of http.DefaultClient, which stays as it is.
func quick() *http.Client {
	c := *http.DefaultClient
	c.Timeout = 2 * time.Second
	return &c
}

// slower is a copy of a client that has a transport of its own.
func slower() *http.Client {
	base := &http.Client{Timeout: 3 * time.Second, Transport: &http.Transport{IdleConnTimeout: time.Hour}}
	c := *base
	c.Timeout = 4 * time.Second
	return &c
}
