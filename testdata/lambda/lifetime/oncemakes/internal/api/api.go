// Package api makes a client for each request.
package api

import "net/http"

// Check asks once whether there is somebody.
func Check() error {
	client := &http.Client{Transport: &http.Transport{}}
	resp, err := client.Get("https://api.example.com/v1/health")
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Ping says hello.
func Ping() error {
	client := &http.Client{Transport: &http.Transport{MaxIdleConns: 1}}
	resp, err := client.Head("https://api.example.com/v1/hello")
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
