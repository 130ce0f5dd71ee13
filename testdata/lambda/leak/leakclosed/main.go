// Command leakclosed makes a transport in each invocation and closes its connections, in all kinds of ways.
package main

import (
	"context"
	"net/http"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

const target = "https://api.example.com/v1/jobs"

func methodValue(body string) error {
	t := &http.Transport{}
	done := t.CloseIdleConnections
	defer done()
	_, err := (&http.Client{Transport: t}).Post(target, "application/json", strings.NewReader(body))
	return err
}

func closeTransport(t *http.Transport) {
	t.CloseIdleConnections()
}

func byHelper(body string) error {
	t := &http.Transport{}
	defer closeTransport(t)
	_, err := (&http.Client{Transport: t}).Post(target, "application/json", strings.NewReader(body))
	return err
}

func newClient() *http.Client {
	return &http.Client{Transport: &http.Transport{}}
}

func ofConstructor(body string) error {
	client := newClient()
	defer client.CloseIdleConnections()
	_, err := client.Post(target, "application/json", strings.NewReader(body))
	return err
}

type jobs struct{ client *http.Client }

func newJobs() *jobs {
	return &jobs{client: &http.Client{Transport: &http.Transport{MaxIdleConns: 10}}}
}

func (j *jobs) Close() {
	j.client.CloseIdleConnections()
}

func byMethod(body string) error {
	j := newJobs()
	defer j.Close()
	_, err := j.client.Post(target, "application/json", strings.NewReader(body))
	return err
}

// Another of its callers does not close it.
func newQueue() *http.Client {
	return &http.Client{Transport: &http.Transport{}} // want `^lambda-leak: http.Transport is created on every invocation and does not set IdleConnTimeout \(`
}

func closed(body string) error {
	queue := newQueue()
	defer queue.CloseIdleConnections()
	_, err := queue.Post(target, "application/json", strings.NewReader(body))
	return err
}

func open(body string) error {
	_, err := newQueue().Post(target, "application/json", strings.NewReader(body))
	return err
}

func newMailer() *http.Client {
	return &http.Client{Transport: &http.Transport{}} // want `^lambda-leak: http.Transport is created on every invocation and does not set IdleConnTimeout \(`
}

// A failure is not what leaks.
func onError(body string) error {
	mailer := newMailer()
	_, err := mailer.Post(target, "application/json", strings.NewReader(body))
	if err != nil {
		mailer.CloseIdleConnections()
	}
	return err
}

func newStore() *http.Client {
	return &http.Client{Transport: &http.Transport{}}
}

func handle(ctx context.Context, event events.SQSEvent) error {
	for _, record := range event.Records {
		store := newStore()
		if _, err := store.Post(target, "text/plain", strings.NewReader(record.Body)); err != nil {
			return err
		}
		store.CloseIdleConnections()
		for _, create := range []func(string) error{methodValue, byHelper, ofConstructor, byMethod, closed, open, onError} {
			if err := create(record.Body); err != nil {
				return err
			}
		}
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
