// Package router stands for a library whose groups of routes are an interface, such as github.com/gofiber/fiber.
package router

import "net/http"

// A Handler handles a request.
type Handler func(*http.Request) error

// A Router has handlers.
type Router interface {
	Post(path string, h ...Handler) Router
	Group(path string) Router
}

// App is a Router.
type App struct{ handlers []Handler }

// New makes an App.
func New() *App { return new(App) }

// Post adds handlers.
func (a *App) Post(path string, h ...Handler) Router {
	a.handlers = append(a.handlers, h...)
	return a
}

// Group makes a group of routes.
func (a *App) Group(path string) Router { return a }

// Serve runs the handlers.
func (a *App) Serve(r *http.Request) error {
	for _, h := range a.handlers {
		if err := h(r); err != nil {
			return err
		}
	}
	return nil
}
