// Package hooks posts to a web hook.
package hooks

import (
	"net/http"
	"strings"
	"time"
)

// Sender returns a function that posts to url.
func Sender(url string) func(message string) error {
	client := &http.Client{Timeout: 5 * time.Second}
	return func(message string) error {
		resp, err := client.Post(url, "text/plain", strings.NewReader(message))
		if err != nil {
			return err
		}
		return resp.Body.Close()
	}
}
