// Command cmd has, through a handler package that knows where it runs, a client from a package that does not.
package main

import (
	"example.com/lambda/handlerbetween/internal/handler"
	"github.com/aws/aws-lambda-go/lambda"
)

func main() {
	lambda.Start(handler.New().Handle) // want `^lambda-idle: http.Client lives across invocations and leaves IdleConnTimeout unset \(.+ at handlerbetween/internal/api/client.go:17$`
}
