// Command goroutines posts from goroutines that the handler starts.
package main

import (
	"context"
	"net/http"
	"strings"
	"sync"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

var client = &http.Client{Transport: &http.Transport{}} // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(`

func post(wg *sync.WaitGroup, body string) {
	defer wg.Done()
	resp, err := client.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(body))
	if err == nil {
		resp.Body.Close()
	}
}

func handle(ctx context.Context, event events.SQSEvent) error {
	var wg sync.WaitGroup
	for _, record := range event.Records {
		wg.Add(1)
		go post(&wg, record.Body)
	}
	wg.Wait()
	return nil
}

func main() {
	lambda.Start(handle)
}
