package shapes

import (
	"io"
	"net/http"
	"net/url"
	"time"
)

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

func cloned(proxy *url.URL) *http.Client {
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.Proxy = http.ProxyURL(proxy)
	t.ResponseHeaderTimeout = 5 * time.Second
	return &http.Client{Transport: t}
}

func tripped(req *http.Request) (*http.Response, error) { return http.DefaultTransport.RoundTrip(req) }
