// Package router calls functions by path. A route is completed after it was made.
package router

import "context"

type Func func(ctx context.Context, body string) error

type Router struct{ routes []*Route }

type Route struct {
	path string
	run  Func
}

func (r *Router) Path(path string) *Route {
	route := &Route{path: path}
	r.routes = append(r.routes, route)
	return route
}

func (r *Route) Run(f Func) { r.run = f }

func (r *Router) Handle(ctx context.Context, body string) error {
	for _, route := range r.routes {
		if err := route.run(ctx, body); err != nil {
			return err
		}
	}
	return nil
}
