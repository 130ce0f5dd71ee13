// Command tool uses a client where it is no Lambda function.
package main

import (
	"os"

	"example.com/lambda/lifetime/methodmakes/internal/app"
	"github.com/aws/aws-lambda-go/lambda"
)

func main() {
	a := &app.App{}
	if os.Getenv("LAMBDA_TASK_ROOT") != "" {
		lambda.Start(func() error { return a.Export() })
		return
	}
	if err := a.NewRoot().Run(); err != nil {
		os.Exit(1)
	}
}
