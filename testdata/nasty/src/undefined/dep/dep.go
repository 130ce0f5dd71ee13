// Package dep does not type-check.
package dep

import "nowhere"

type T undefined
type A = undefined
type S struct {
	X undefined
	nowhere.Transport
	Y nowhere.Y
	Z *T
}
type G[P undefined] struct{ p P }
type I interface {
	undefined
	M(undefined) undefined
}
type F func(undefined, ...nowhere.X) (undefined, nowhere.X)

var V undefined
var W = nowhere.W
var X nowhere.X

const C = undefined

func Fn(undefined, *S, ...undefined) (undefined, *S)
func Gn[P undefined, Q any](p P, q Q) (P, Q, undefined)
func (S) M(undefined) undefined
func (undefined) M()
func New() nowhere.Transport
