// Package retry tries again.
package retry

import "context"

// Do returns what f does, in the end.
func Do[T any](ctx context.Context, f func() (T, error)) (t T, err error) {
	for ctx.Err() == nil {
		if t, err = f(); err == nil {
			return t, nil
		}
	}
	return t, ctx.Err()
}
