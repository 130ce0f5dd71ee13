// Package retry repeats what fails.
package retry

// Do runs f until it does not fail.
func Do(n int, f func() error) (err error) {
	for range n {
		if err = f(); err == nil {
			return nil
		}
	}
	return err
}

// A Policy says how often.
type Policy struct{ notify func() error }

// WithNotify keeps f.
func WithNotify(f func() error) *Policy { return &Policy{f} }
