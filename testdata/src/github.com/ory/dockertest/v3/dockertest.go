// Package dockertest stands for the real one.
package dockertest

type Pool struct{}
