// Command customresource is a CloudFormation custom resource.
package main

import (
	"context"
	"net/http"
	"strings"

	"github.com/aws/aws-lambda-go/cfn"
	"github.com/aws/aws-lambda-go/lambda"
)

var client = &http.Client{Transport: &http.Transport{}} // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(`

func handle(ctx context.Context, event cfn.Event) (string, map[string]any, error) {
	resp, err := client.Post("https://api.example.com/v1/resources", "text/plain", strings.NewReader(event.LogicalResourceID))
	if err != nil {
		return "", nil, err
	}
	resp.Body.Close()
	return event.LogicalResourceID, nil, nil
}

func main() {
	lambda.Start(cfn.LambdaWrap(handle))
}
