// Command lazy asks a container in each invocation, which makes what it has once.
package main

import (
	"context"
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/samber/do"
)

func main() {
	i := do.New()
	do.Provide(i, func(i *do.Injector) (*http.Client, error) {
		return &http.Client{Transport: &http.Transport{}}, nil // want `^lambda-idle: http.Client `
	})
	do.Provide(i, func(i *do.Injector) (http.Client, error) {
		return http.Client{Transport: &http.Transport{}}, nil
	})
	lambda.Start(func(ctx context.Context, url string) error {
		resp, err := do.MustInvoke[*http.Client](i).Post(url, "text/plain", nil)
		if err != nil {
			return err
		}
		return resp.Body.Close()
	})
}
