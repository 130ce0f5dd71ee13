// Package main is a command that ends before it matters.
package main

import (
	"net/http"
	"os"
)

func main() {
	for _, url := range os.Args[1:] {
		client := &http.Client{Transport: &http.Transport{}}
		if resp, err := client.Get(url); err == nil {
			resp.Body.Close()
		}
	}
}
