// Package fx stands for go.uber.org/fx: a container that calls constructors by their types.
package fx

import "reflect"

// In marks a struct whose fields a container fills.
type In struct{}

// Out marks a struct whose fields a container takes.
type Out struct{}

// An Option configures an App.
type Option func(*App)

// Annotation changes what a constructor is known as.
type Annotation any

// App is a container.
type App struct{ constructors []reflect.Value }

// Provide adds constructors.
func Provide(constructors ...any) Option {
	return func(a *App) {
		for _, c := range constructors {
			a.constructors = append(a.constructors, reflect.ValueOf(c))
		}
	}
}

// Supply adds values.
func Supply(values ...any) Option { return Provide(values...) }

// Invoke calls functions.
func Invoke(functions ...any) Option { return Provide(functions...) }

// Populate stores values.
func Populate(targets ...any) Option { return Provide(targets...) }

// Annotate changes what constructor is known as.
func Annotate(constructor any, _ ...Annotation) any { return constructor }

// As makes it known as what the pointers point to.
func As(interfaces ...any) Annotation { return interfaces }

// New makes an App.
func New(options ...Option) *App {
	a := new(App)
	for _, o := range options {
		o(a)
	}
	return a
}

// Run runs it.
func (a *App) Run() {}
