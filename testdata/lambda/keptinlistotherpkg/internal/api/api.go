// Package api puts the client of each call into a list that it keeps.
package api

import (
	"container/list"
	"net/http"
	"strings"
)

var recent = list.New()

func remember(l *list.List, c *http.Client) { l.PushFront(c) }

// Create creates a job.
func Create(body string) error {
	client := &http.Client{Transport: &http.Transport{}}
	remember(recent, client)
	resp, err := client.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(body))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
