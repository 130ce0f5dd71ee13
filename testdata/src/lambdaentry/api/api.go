// Package api talks to the jobs API.
package api

import "net/http"

var client = &http.Client{}

// Check asks whether a job is known.
func Check(job string) error {
	resp, err := client.Head("https://api.example.com/" + job)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
