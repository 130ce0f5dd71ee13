// Command cmd builds its application in the first invocation. What that drops, it drops once, which is no leak.
package main

import (
	"context"
	"net/http"
	"sync"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"

	"example.com/lambda/lifetime/lazydrops/app"
)

var (
	mu      sync.Mutex
	current *app.App
	warm    sync.Once
)

func load() (*app.App, error) {
	mu.Lock()
	defer mu.Unlock()
	if current != nil {
		return current, nil
	}
	var err error
	current, err = app.New()
	return current, err
}

func ping() {
	client := &http.Client{Transport: &http.Transport{}}
	if resp, err := client.Get("https://config.example.com/ping"); err == nil {
		resp.Body.Close()
	}
}

func handle(ctx context.Context, event events.SQSEvent) (string, error) {
	warm.Do(ping)
	a, err := load()
	if err != nil {
		return "", err
	}
	return a.Region()
}

func main() {
	lambda.Start(handle)
}
