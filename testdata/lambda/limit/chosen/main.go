// Command chosen chooses a limit in every way there is.
package main

import (
	"context"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

const idle = 30 * time.Second

type config struct {
	Idle time.Duration
}

func load() config {
	d, err := time.ParseDuration(os.Getenv("IDLE"))
	if err != nil {
		return config{Idle: idle}
	}
	return config{Idle: d}
}

var (
	cfg = load()

	constant   = &http.Client{Transport: &http.Transport{IdleConnTimeout: idle}}
	literal    = &http.Client{Transport: &http.Transport{IdleConnTimeout: 30e9}}
	configured = &http.Client{Transport: &http.Transport{IdleConnTimeout: cfg.Idle}}
	parameter  = newClient(idle)
	later      = &http.Client{}
	condition  = newConditional(cfg)
	tuned      = newTuned()
	long       = &http.Client{Transport: &http.Transport{IdleConnTimeout: 5 * time.Minute}} // somebody's choice
)

func newClient(d time.Duration) *http.Client {
	return &http.Client{Transport: &http.Transport{IdleConnTimeout: d}}
}

func newConditional(c config) *http.Client {
	t := &http.Transport{}
	if c.Idle > 0 {
		t.IdleConnTimeout = c.Idle
	}
	return &http.Client{Transport: t}
}

func newTuned() *http.Client {
	c := &http.Client{Transport: &http.Transport{}}
	tune(c.Transport.(*http.Transport))
	return c
}

func tune(t *http.Transport) {
	t.IdleConnTimeout = idle
}

func init() {
	t := new(http.Transport)
	t.IdleConnTimeout = cfg.Idle
	later.Transport = t
}

func handle(ctx context.Context, event events.SQSEvent) error {
	for _, client := range []*http.Client{constant, literal, configured, parameter, later, condition, tuned, long} {
		for _, record := range event.Records {
			resp, err := client.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(record.Body))
			if err != nil {
				return err
			}
			resp.Body.Close()
		}
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
