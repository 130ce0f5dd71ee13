// Command ownname uses another DefaultClient than that of net/http.
package main

import (
	"context"

	"example.com/lambda/ownname/internal/httpx"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, url string) error {
	resp, err := httpx.DefaultClient.Get(url)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func main() {
	lambda.Start(handle)
}
