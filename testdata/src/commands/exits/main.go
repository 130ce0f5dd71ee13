// Command exits goes on until there is an exit code.
package main

import (
	"net/http"
	"os"
	"time"

	"github.com/example/engine"
)

func main() {
	c := &http.Client{Transport: &http.Transport{TLSHandshakeTimeout: time.Second}} // want `^transport: http.Transport does not set IdleConnTimeout \(`
	if resp, err := c.Get("https://example.com/"); err == nil {
		resp.Body.Close()
	}
	os.Exit(engine.Main("name"))
}
