// Command cmd starts a handler from a package that knows where it runs: that one is reported, there, and not here again.
package main

import (
	"os"

	"example.com/lambda/entry/handlerpkg/internal/handler"
	"github.com/aws/aws-lambda-go/lambda"
)

func main() {
	h := handler.New(os.Getenv("TARGET_URL"))
	lambda.Start(h.Handle)
}
