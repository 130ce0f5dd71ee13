// Command cmd starts a handler that leads to a client which was reported two packages away.
package main

import (
	"example.com/lambda/entry/handlerbehind/internal/app"
	"github.com/aws/aws-lambda-go/lambda"
)

func main() {
	lambda.Start(app.Handle)
}
