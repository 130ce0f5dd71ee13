// Command startridge is served by ridge, which runs an http.Handler in a Lambda function.
package main

import (
	"context"
	"net/http"

	"github.com/aws/aws-lambda-go/events"
	"github.com/fujiwara/ridge"
)

var (
	client = &http.Client{Transport: &http.Transport{}} // want `^lambda-idle: `
	unused = &http.Client{Transport: &http.Transport{}}
)

// It is never called.
func other(ctx context.Context, event *events.SNSEntity) {}

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		resp, err := client.Post("https://example.com", "text/plain", r.Body)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		defer resp.Body.Close()
		w.WriteHeader(resp.StatusCode)
	})
	ridge.RunWithContext(context.Background(), ":8080", "/", nil)
}
