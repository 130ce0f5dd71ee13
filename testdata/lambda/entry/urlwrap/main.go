// Command urlwrap wraps an http.Handler from another package and starts the wrapped function.
package main

import (
	"example.com/lambda/entry/urlwrap/internal/web"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-lambda-go/lambdaurl"
)

func main() {
	lambda.Start(lambdaurl.Wrap(web.NewHandler("https://api.example.com"))) // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(.+ at entry/urlwrap/internal/web/web.go:14$`
}
