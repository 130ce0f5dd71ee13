// Package do stands for github.com/samber/do: a container that is asked for values by their types.
package do

// Injector is a container.
type Injector struct{ values []any }

// A Provider makes a value.
type Provider[T any] func(*Injector) (T, error)

// New makes a container.
func New() *Injector { return new(Injector) }

// Provide adds a provider.
func Provide[T any](i *Injector, p Provider[T]) { i.values = append(i.values, p) }

// ProvideValue adds a value.
func ProvideValue[T any](i *Injector, v T) { i.values = append(i.values, v) }

// MustInvoke returns what the container has.
func MustInvoke[T any](i *Injector) T {
	for _, v := range i.values {
		if t, ok := v.(T); ok {
			return t
		}
	}
	panic("not there")
}
