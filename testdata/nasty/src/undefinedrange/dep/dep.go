// Package dep does not type-check.
package dep

var V undefined
var Yields func(yield undefined)
var Returns func() undefined
