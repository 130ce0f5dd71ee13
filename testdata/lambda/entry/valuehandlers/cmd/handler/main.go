// Command handler gives such a value to StartHandler.
package main

import (
	"example.com/lambda/entry/valuehandlers/internal/api"
	"github.com/aws/aws-lambda-go/lambda"
)

func main() {
	api.Setup()
	lambda.StartHandler(api.API{}) // want `^lambda-idle: .+ at entry/valuehandlers/internal/api/api.go:12$`
}
