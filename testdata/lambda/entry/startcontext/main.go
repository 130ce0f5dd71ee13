// Command startcontext gives its client to each invocation in a context.
package main

import (
	"context"
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
)

type key struct{}

func handle(ctx context.Context, url string) error {
	resp, err := ctx.Value(key{}).(*http.Client).Post(url, "text/plain", nil)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func main() {
	elsewhere := context.WithValue(context.Background(), key{}, &http.Client{Transport: &http.Transport{}})
	_ = elsewhere
	ctx := context.WithValue(context.Background(), key{}, &http.Client{Transport: &http.Transport{}}) // want `^lambda-idle: `
	lambda.StartWithOptions(handle, lambda.WithContext(context.WithValue(ctx, "name", "value")))
}
