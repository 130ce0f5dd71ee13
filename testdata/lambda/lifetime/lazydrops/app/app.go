// Package app builds an application, for which it asks another service once.
package app

import (
	"net/http"
	"time"
)

// App is the application.
type App struct {
	region string
	client *http.Client
}

// New makes an App, with a transport that it then drops.
func New() (*App, error) {
	client := &http.Client{Transport: &http.Transport{}}
	resp, err := client.Get("https://config.example.com/region")
	if err != nil {
		return nil, err
	}
	kept := &http.Client{Transport: &http.Transport{IdleConnTimeout: 30 * time.Second}}
	return &App{region: resp.Status, client: kept}, resp.Body.Close()
}

// Region returns where the application is.
func (a *App) Region() (string, error) {
	resp, err := a.client.Get("https://" + a.region)
	if err != nil {
		return "", err
	}
	return resp.Status, resp.Body.Close()
}
