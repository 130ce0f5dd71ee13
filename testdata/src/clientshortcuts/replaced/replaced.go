// Package replaced has another client in the place of http.DefaultClient.
package replaced

import (
	"net/http"
	"time"
)

func Fetch(u string) (*http.Response, error) { return http.Get(u) }

func Configure(timeout time.Duration) {
	http.DefaultClient = &http.Client{Timeout: timeout}
}
