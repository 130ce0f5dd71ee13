// Command cmd passes its transport to another package, which makes the client: no limit was chosen here, and here it can be.
package main

import (
	"net/http"

	"example.com/lambda/wrap/transportpassed/internal/handler"
	"github.com/aws/aws-lambda-go/lambda"
)

func main() {
	h := handler.New(&http.Transport{MaxIdleConns: 10}) // want `^lambda-idle: http.Transport outlives the invocation and does not set IdleConnTimeout \(`
	lambda.Start(h.Handle)
}
