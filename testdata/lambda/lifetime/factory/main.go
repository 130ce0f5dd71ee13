// Command factory makes its services by factories, which are interfaces in variables.
package main

import (
	"context"
	"net/http"

	"example.com/lambda/lifetime/factory/jobs"
	"github.com/aws/aws-lambda-go/lambda"
)

var (
	factory jobs.Factory = &jobs.Defaults{}
	counter jobs.Counter = &jobs.Defaults{}
)

var (
	service *jobs.Service
	total   *jobs.Total
)

func init() {
	service = factory.New(&http.Client{Transport: &http.Transport{}}) // want `^lambda-idle: `
	total = counter.Count(&http.Client{Transport: &http.Transport{}})
}

func handle(ctx context.Context, body string) error {
	total.Jobs++
	return service.Create(body)
}

func main() { lambda.Start(handle) }
