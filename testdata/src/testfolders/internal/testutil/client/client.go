// Package client is for tests: it is in a folder for what supports them.
package client

import "net/http"

func New() *http.Client { return &http.Client{Transport: &http.Transport{}} }
