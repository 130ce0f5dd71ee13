// Command defaultgetvar calls http.Get by a variable.
package main

import (
	"context"
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
)

var get = http.Get // want `^lambda-default: `

func handle(ctx context.Context, url string) error {
	resp, err := get(url)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func main() {
	lambda.Start(handle)
}
