// Command defaultretunedbelow calls a package that has chosen a limit for http.DefaultTransport.
package main

import (
	"context"

	"example.com/lambda/default/defaultretunedbelow/internal/api"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, body string) error {
	if err := api.Create(ctx, body); err != nil {
		return err
	}
	return api.Flush()
}

func main() {
	lambda.Start(handle)
}
