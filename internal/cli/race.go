//go:build race

package cli

// raceEnabled: what the tests run has the race detector if they have it.
const raceEnabled = true
