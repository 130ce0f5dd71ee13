// Package main runs what keeps a pool in another package.
package main

import (
	"github.com/aws/aws-lambda-go/lambda"

	"example.com/lambda/pool/otherpkg/cache"
)

func main() {
	lambda.Start(cache.Handle) // want `^lambda-pool: redis.Pool outlives the invocation and does not set IdleTimeout \(dead idle connections are used again\) at pool/otherpkg/cache/cache.go:\d+$` `^lambda-pool: sql.DB outlives the invocation and does not set ConnMaxLifetime \([^)]*\) at pool/otherpkg/cache/cache.go:\d+$`
}
