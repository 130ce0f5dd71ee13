// Package dialers has generic helpers that get dialers as well.
package dialers

import "net"

// A Box has a value in it.
type Box[T any] struct{ V T }

// Get returns it.
func (b *Box[T]) Get() T { return b.V }

// Instead returns the value that is to be used instead of what is in the box.
func Instead[T any](b Box[*net.Dialer], v T) T {
	println(b.V.Timeout)
	return v
}

// Prefer is Instead for what is in no box.
func Prefer[T any](over *net.Dialer, v T) T {
	println(over.Timeout)
	return v
}

// Fill puts values into a container.
func Fill[T any](all []T, like *net.Dialer, v T) {
	for i := range all {
		all[i] = v
	}
}

// Make makes a value like another.
func Make[T any](like *net.Dialer, make func() T) T {
	println(like.Timeout)
	return make()
}

// Standard is the same for all values.
func Standard[T any](v T) *net.Dialer { return &net.Dialer{Timeout: 1e9} }
