// Package user makes values of a type that the settings name and another package declares.
package user

import (
	"time"

	"require"
)

var Plain = require.Options{} // want `^require: require.Options does not set Timeout \([^)]*\)(;|$)`

var Full = require.Options{Timeout: time.Second}

func later() *require.Options {
	o := new(require.Options)
	o.Timeout = time.Second
	return o
}

type embedding struct {
	require.Options // want `^require: require.Options does not set Timeout \([^)]*\)(;|$)`
	name            string
}

func newEmbedding(name string) *embedding { return &embedding{name: name} }
