// Package retry does things again.
package retry

// Do calls f until it works.
func Do(f func() error) error {
	var err error
	for range 3 {
		if err = f(); err == nil {
			return nil
		}
	}
	return err
}
