// Command keep keeps the clients that it opens, one for each host.
package main

import (
	"context"
	"net/http"

	"example.com/lambda/leak/openotherpkg/internal/api"
	"github.com/aws/aws-lambda-go/lambda"
)

var clients = map[string]*http.Client{}

func handle(ctx context.Context, host string) error {
	client, ok := clients[host]
	if !ok {
		var err error
		if client, err = api.Open(host); err != nil {
			return err
		}
		clients[host] = client
	}
	resp, err := client.Get("https://" + host)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func main() {
	lambda.Start(handle) // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(.+ at leak/openotherpkg/internal/api/api.go:14$`
}
