// Command cmd puts another package's handler behind an HTTP API.
package main

import (
	"example.com/lambda/entry/adapterotherpkg/internal/web"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/awslabs/aws-lambda-go-api-proxy/httpadapter"
)

func main() {
	lambda.Start(httpadapter.NewV2(web.NewHandler()).ProxyWithContext) // want `^lambda-default: http.Client outlives the invocation on http.DefaultTransport's 90s IdleConnTimeout \(.+ at entry/adapterotherpkg/internal/web/web.go:16$`
}
