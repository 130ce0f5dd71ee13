// Package api puts the client of each call into a list that it keeps.
package api

import (
	"container/list"
	"net/http"
	"strings"
	"sync"
)

var recent = list.New()

var last sync.Map

func replace(m *sync.Map, c *http.Client) { m.Store("last", c) }

func remember(l *list.List, c *http.Client) { l.PushFront(c) }

// Create creates a job.
func Create(body string) error {
	client := &http.Client{Transport: &http.Transport{}}
	remember(recent, client)
	other := &http.Client{Transport: &http.Transport{}}
	replace(&last, other)
	if resp, err := other.Head("https://api.example.com/v1/jobs"); err == nil {
		resp.Body.Close()
	}
	resp, err := client.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(body))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
