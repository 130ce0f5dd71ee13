// Package shelf has a generic container.
package shelf

type Shelf[T any] struct{ list []T }

func New[T any](first T) *Shelf[T] { return &Shelf[T]{[]T{first}} }

func (s *Shelf[T]) Add(v T) *Shelf[T] {
	s.list = append(s.list, v)
	return s
}
