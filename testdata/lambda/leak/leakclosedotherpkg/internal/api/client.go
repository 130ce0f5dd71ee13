// Package api makes clients that have to be closed. // want package:`effects` package:`Jobs.Close closes`
package api

import (
	"net/http"
	"strings"
)

// Jobs is a client of the jobs API.
type Jobs struct {
	HTTP *http.Client
}

// NewJobs makes a Jobs.
func NewJobs() *Jobs {
	return &Jobs{&http.Client{Transport: &http.Transport{MaxIdleConns: 10}}}
}

// Create creates a job.
func (j *Jobs) Create(body string) error {
	resp, err := j.HTTP.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(body))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Close closes what Create leaves.
func (j *Jobs) Close() {
	j.HTTP.CloseIdleConnections()
}

// Orders is a client of the orders API. None of its methods is there to close it.
type Orders struct {
	http *http.Client
}

// NewOrders makes an Orders.
func NewOrders() *Orders {
	return &Orders{&http.Client{Transport: &http.Transport{MaxIdleConns: 30}}}
}

// Create creates an order.
func (o *Orders) Create(body string) error {
	resp, err := o.http.Post("https://api.example.com/v1/orders", "application/json", strings.NewReader(body))
	if err != nil {
		o.http.CloseIdleConnections()
		return err
	}
	return resp.Body.Close()
}

// Ping asks for an answer by a connection of its own.
func (o *Orders) Ping() error {
	once := &http.Client{Transport: &http.Transport{}}
	defer once.CloseIdleConnections()
	resp, err := once.Get("https://api.example.com/v1/health")
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Report reports by http.DefaultClient.
func (o *Orders) Report(body string) error {
	resp, err := http.Post("https://reports.example.com", "text/plain", strings.NewReader(body))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// NewClient makes a client that is not wrapped.
func NewClient() *http.Client {
	return &http.Client{Transport: &http.Transport{MaxIdleConns: 20}}
}
