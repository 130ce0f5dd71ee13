// Command defaultnamesake uses another package's DefaultClient, whose connections expire.
package main

import (
	"context"

	"example.com/lambda/default/defaultnamesake/internal/api"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, url string) error {
	resp, err := api.DefaultClient.Get(url)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func main() {
	lambda.Start(handle)
}
