// Command cmd builds a service, which builds the API client: two packages away.
package main

import (
	"example.com/lambda/facts/ctortwo/internal/service"
	"github.com/aws/aws-lambda-go/lambda"
)

func main() {
	svc := service.New("https://api.example.com")
	lambda.Start(svc.Handle) // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(.+ at facts/ctortwo/internal/api/client.go:18$`
}
