package integration

import "net/http"

var client = &http.Client{Transport: &http.Transport{}} // want `^transport: http.Transport does not set IdleConnTimeout `
