package list

import (
	"net/http"
	"time"
)

// Handle makes a client on each call.
func Handle(w http.ResponseWriter, r *http.Request) {
	c := http.Client{Timeout: time.Second}
	if resp, err := c.Get("https://example.com"); err == nil {
		resp.Body.Close()
	}
}
