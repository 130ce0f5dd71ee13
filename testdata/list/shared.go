package list

import (
	"io"
	"net/http"
)

// Default has http.DefaultTransport's limits.
var Default = &http.Client{}

// get uses http.DefaultClient twice.
func get(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	if _, err := http.Head(u); err != nil {
		return err
	}
	return resp.Body.Close()
}

func post(u string, body io.Reader) (*http.Response, error) {
	return http.DefaultClient.Post(u, "text/plain", body)
}

func tripped(req *http.Request) (*http.Response, error) { return http.DefaultTransport.RoundTrip(req) }
