//go:build full

package extent

// Full reports whether go test got -tags=full, and runs everything: also what repeats over much what other tests show with little.
const Full = true
