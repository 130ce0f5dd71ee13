// Package startgoogle is run by Google's functions framework: instances starve between requests, but leave nothing for good.
package startgoogle

import (
	"net/http"

	"github.com/GoogleCloudPlatform/functions-framework-go/functions"
)

var client = &http.Client{Transport: &http.Transport{}} // want `^lambda-idle: `

func init() { functions.HTTP("relay", relay) }

func relay(w http.ResponseWriter, r *http.Request) {
	own := &http.Client{Transport: &http.Transport{MaxIdleConns: 1}}
	for _, c := range []*http.Client{client, own} {
		resp, err := c.Post("https://example.com", "text/plain", nil)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		resp.Body.Close()
	}
	resp, err := http.Post("https://example.com", "text/plain", nil) // want `^lambda-default: `
	if err != nil {
		return
	}
	resp.Body.Close()
}
