package main

import "net/http"

// defaultClient keeps idle connections for the 90 s of http.DefaultTransport.
func defaultClient() *http.Client {
	return http.DefaultClient
}
