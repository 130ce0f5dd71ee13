// Package hooks does two things that lead to the same client.
package hooks

import "example.com/lambda/entry/secondotherpkg/internal/api"

// Started tells that work has begun.
func Started(job string) error { return api.Create(job + " started") }

// Stopped tells that work is over.
func Stopped(job string) error { return api.Create(job + " stopped") }
