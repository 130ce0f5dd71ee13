// Package slack is in a folder of that name that is none of tests.
package slack

import "net/http"

var client = &http.Client{Transport: &http.Transport{}} // want `^transport: http.Transport does not set IdleConnTimeout `
