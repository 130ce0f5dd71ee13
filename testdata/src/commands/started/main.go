// Command started starts something beside itself, and ends.
package main

import (
	"net/http"
	"os"
	"time"

	"github.com/example/engine"
)

func main() {
	e, err := engine.Start("name")
	if err != nil {
		os.Exit(1)
	}
	defer e.Close()
	c := &http.Client{Transport: &http.Transport{TLSHandshakeTimeout: time.Second}} // want `^transport: http.Transport does not set DialContext \(`
	if resp, err := c.Get("https://example.com/" + e.ServersStore()); err == nil {
		resp.Body.Close()
	}
}
