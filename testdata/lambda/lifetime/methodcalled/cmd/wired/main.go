// Command wired starts what another package has in a field.
package main

import (
	"example.com/lambda/lifetime/methodcalled/internal/wire"
	"github.com/aws/aws-lambda-go/lambda"
)

var app = wire.New()

func main() {
	lambda.Start(app.Weekly) // want `^lambda-default: http.Get outlives the invocation .+ at lifetime/methodcalled/internal/media/media.go:29$`
}
