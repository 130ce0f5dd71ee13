// Command cobra hands its command line to another module, which calls its commands.
package main

import (
	"net/http"
	"os"
	"time"

	"github.com/spf13/cobra"
)

func main() {
	root := &cobra.Command{Use: "get", Run: func(cmd *cobra.Command, args []string) { get(args[0]) }}
	if err := root.Execute(); err != nil {
		os.Exit(1)
	}
}

func get(url string) {
	c := &http.Client{Transport: &http.Transport{TLSHandshakeTimeout: time.Second}} // want `^transport: http.Transport does not set DialContext \(`
	if resp, err := c.Get(url); err == nil {
		resp.Body.Close()
	}
}
