//go:build !full

// Package extent says how much the tests are to show.
package extent

// Full reports whether go test got -tags=full, and runs everything: also what repeats over much what other tests show with little.
const Full = false
