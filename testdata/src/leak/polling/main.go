// Package main is a program that goes on until it is stopped.
package main

import (
	"net/http"
	"time"
)

func check(url string) bool {
	client := &http.Client{Transport: &http.Transport{}} // want `^leak: http.Transport is created on every call and does not set IdleConnTimeout `
	resp, err := client.Get(url)
	if err != nil {
		return false
	}
	resp.Body.Close()
	return true
}

func main() {
	for {
		check("https://example.com")
		time.Sleep(time.Minute)
	}
}
