// Package logged logs what handlers return.
package logged

import (
	"context"
	"log"
)

// Wrap logs the error of h.
func Wrap[E any](h func(context.Context, E) error) func(context.Context, E) error {
	return func(ctx context.Context, e E) error {
		err := h(ctx, e)
		if err != nil {
			log.Print(err)
		}
		return err
	}
}
