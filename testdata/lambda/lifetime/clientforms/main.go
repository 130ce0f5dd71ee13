// Command clientforms makes clients without a composite literal of http.Client itself.
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

type tracked struct {
	http.Client
	calls int
}

var zero http.Client // want `^lambda-default: http.Client outlives the invocation on http.DefaultTransport's 90s IdleConnTimeout \(`

var made = new(http.Client) // want `^lambda-default: http.Client outlives the invocation on http.DefaultTransport's 90s IdleConnTimeout \(`

var wrapped = &tracked{Client: http.Client{Transport: &http.Transport{}}} // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(`

var perHost = map[string]*http.Client{
	"api.example.com":   {Transport: &http.Transport{}}, // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(`
	"hooks.example.com": {Transport: &http.Transport{IdleConnTimeout: 30 * time.Second}},
}

func handle(ctx context.Context, event events.SQSEvent) error {
	clients := []*http.Client{&zero, made, &wrapped.Client, perHost[os.Getenv("HOST")]}
	for i, record := range event.Records {
		resp, err := clients[i%len(clients)].Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(record.Body))
		if err != nil {
			return err
		}
		wrapped.calls++
		resp.Body.Close()
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
