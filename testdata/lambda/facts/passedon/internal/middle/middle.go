// Package middle passes on what another package has in a variable. It knows nothing of HTTP.
package middle

import "example.com/lambda/facts/passedon/internal/store"

// Store returns the one to use.
func Store() *store.Store { return store.Default }
