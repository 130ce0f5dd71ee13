// Command ownname uses another DefaultClient than that of net/http.
package main

import (
	"context"
	"net/http"

	"example.com/lambda/default/ownname/internal/httpx"
	"github.com/aws/aws-lambda-go/lambda"
)

var client getter = httpx.DefaultClient

type getter interface {
	Get(url string) (*http.Response, error)
}

func handle(ctx context.Context, url string) error {
	resp, err := client.Get(url)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func main() {
	lambda.Start(handle)
}
