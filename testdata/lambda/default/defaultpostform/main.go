// Command defaultpostform posts a form.
package main

import (
	"context"
	"net/http"
	"net/url"

	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, form map[string]string) error {
	values := url.Values{}
	for k, v := range form {
		values.Set(k, v)
	}
	resp, err := http.PostForm("https://api.example.com/v1/forms", values) // want `^lambda-default: http.PostForm outlives the invocation on http.DefaultTransport's 90s IdleConnTimeout \(`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func main() {
	lambda.Start(handle)
}
