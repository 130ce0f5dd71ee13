// Package wire puts together what others use.
package wire

import "example.com/lambda/facts/wiredliteral/internal/api"

// A Creator creates jobs.
type Creator interface{ Create(body string) error }

// New makes a Creator.
func New() Creator { return api.Jobs{Host: "api.example.com"} }
