// Command filledfield posts to APIs that fall back on http.DefaultClient. Of one of them all makers set the client.
package main

import (
	"context"

	"example.com/lambda/default/filledfield/given"
	"example.com/lambda/default/filledfield/set"
	"example.com/lambda/default/filledfield/unset"
	"example.com/lambda/default/filledfield/zero"
	"github.com/aws/aws-lambda-go/lambda"
)

type poster interface{ Post(body string) error }

var apis = []poster{set.New(), unset.Plain(), zero.New(), given.New(nil)}

func handle(ctx context.Context, body string) error {
	for _, a := range apis {
		if err := a.Post(body); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	lambda.Start(handle) // want `given/given.go:30$` `unset/unset.go:28$` `zero/zero.go:39$`
}
