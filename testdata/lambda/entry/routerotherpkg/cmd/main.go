// Command cmd starts a router that another package fills.
package main

import (
	"example.com/lambda/entry/routerotherpkg/internal/web"
	"github.com/aws/aws-lambda-go/lambdaurl"
)

func main() {
	lambdaurl.Start(web.Router()) // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(.+ at entry/routerotherpkg/internal/web/web.go:6$`
}
