// Package suggest finds the name that was probably meant.
package suggest

import (
	"fmt"
	"strings"
)

// DidYouMean returns " (did you mean x?)" with the name that is nearest to what was written, and nothing if none is near.
func DidYouMean(wrote string, names []string) string {
	best := Nearest(wrote, names, len(wrote)/2)
	if best == "" {
		return ""
	}
	return fmt.Sprintf(" (did you mean %s?)", best)
}

// Nearest returns the name that is nearest to what was written, with at most so many letters that differ, or nothing.
func Nearest(wrote string, names []string, most int) string {
	best, least := "", 1+most
	for _, name := range names {
		if d := distance(strings.ToLower(wrote), strings.ToLower(name)); d < least {
			best, least = name, d
		}
	}
	return best
}

// distance is the number of letters to insert, remove or replace to get from a to b.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, diagonal+1)
		}
	}
	return row[len(b)]
}
