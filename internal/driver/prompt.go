package driver

import "context"

// promptly returns what f returns, or the error of ctx as soon as ctx is done. The analysis of a package cannot be stopped, and can take half
// a minute; f then goes on by itself, so it must write nothing, and what it works on must not be used any more.
func promptly[T any](ctx context.Context, f func() (T, error)) (T, error) {
	type outcome struct {
		value T
		err   error
	}
	done := make(chan outcome, 1)
	go func() {
		value, err := f()
		done <- outcome{value, err}
	}()
	select {
	case o := <-done:
		return o.value, o.err
	case <-ctx.Done():
		var none T
		return none, ctx.Err()
	}
}
