// Package bootstrap starts handlers the way the house wants it.
package bootstrap

import "github.com/aws/aws-lambda-go/lambda"

// Run starts h.
func Run(h any) {
	lambda.StartWithOptions(h, lambda.WithSetEscapeHTML(false))
}
