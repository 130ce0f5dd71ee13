// Command cmd has, through a handler package that knows where it runs, a client from a package that does not.
package main

import (
	"example.com/lambda/entry/handlerbetween/internal/handler"
	"github.com/aws/aws-lambda-go/lambda"
)

func main() {
	lambda.Start(handler.New().Handle) // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(.+ at entry/handlerbetween/internal/api/client.go:17$`
}
