// Package main is a command that waits until something is ready, and shows that it does.
package main

import (
	"net/http"
	"os"
	"time"
)

func ready(url string) bool {
	client := &http.Client{Transport: &http.Transport{}}
	resp, err := client.Get(url)
	if err != nil {
		return false
	}
	resp.Body.Close()
	return true
}

func main() {
	go func() {
		for {
			os.Stderr.WriteString(".")
			time.Sleep(time.Second)
		}
	}()
	for {
		if ready("https://example.com") {
			os.Exit(0)
		}
		time.Sleep(time.Minute)
	}
}
