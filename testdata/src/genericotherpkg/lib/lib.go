// Package lib has generic helpers.
package lib

// Any returns one of the values.
func Any[K comparable, V any](m map[K]V) (v V) {
	for _, v = range m {
		break
	}
	return v
}

// Receive returns what comes first.
func Receive[T any](c <-chan T) T { return <-c }

// Last returns the last one.
func Last[T any](a [2]T) T { return a[1] }

// Zero returns none of the arguments.
func Zero[T any](a [2]T) int { return len(a) }

// Bind returns a function that calls f with v.
func Bind[T, R any](f func(T) R, v T) func() R { return func() R { return f(v) } }

// A Seq yields values.
type Seq[T any] func(yield func(T) bool)

// First returns the first of them.
func (s Seq[T]) First() (first T) {
	s(func(v T) bool {
		first = v
		return false
	})
	return first
}

// Build makes a value and tunes it.
func Build[T any](make func() T, tune func(T)) T {
	v := make()
	tune(v)
	return v
}
