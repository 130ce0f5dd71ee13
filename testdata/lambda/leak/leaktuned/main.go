// Command leaktuned makes clients by constructors that take detours, and closes all but one.
package main

import (
	"context"
	"net/http"
	"strings"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
)

func tuned(c *http.Client) *http.Client {
	if c == nil {
		c = &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Minute}}
	}
	c.Timeout = time.Minute
	return c
}

func newJobs() *http.Client {
	c := &http.Client{Transport: &http.Transport{}}
	return tuned(c)
}

func newOrders() *http.Client {
	return &http.Client{Transport: &http.Transport{MaxIdleConns: 10}} // want `^lambda-leak: `
}

type mailer struct{ client *http.Client }

// It sets the field in a literal.
func newMailer() *mailer {
	t := &http.Transport{MaxIdleConns: 20}
	var m *mailer
	func() {
		m = &mailer{&http.Client{Transport: t}}
	}()
	return m
}

func emptyMailer() *mailer { return new(mailer) }

// It sets a field of what another function makes.
func newFiller() *mailer {
	m := emptyMailer()
	m.client = &http.Client{Transport: &http.Transport{MaxIdleConns: 30}}
	return m
}

func post(c *http.Client, body string) error {
	resp, err := c.Post("https://api.example.com/v1", "application/json", strings.NewReader(body))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func handle(ctx context.Context, body string) error {
	jobs := newJobs()
	defer jobs.CloseIdleConnections()
	if err := post(jobs, body); err != nil {
		return err
	}
	m := newMailer()
	defer m.client.CloseIdleConnections()
	if err := post(m.client, body); err != nil {
		return err
	}
	n := newFiller()
	defer n.client.CloseIdleConnections()
	if err := post(n.client, body); err != nil {
		return err
	}
	return post(newOrders(), body)
}

func main() {
	lambda.Start(handle)
}
