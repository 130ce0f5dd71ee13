// Package mutant is where the conditions of mutated packages ask for their value.
package mutant

var (
	// On is the mutant in force, 0 for none: n makes condition n false, -n makes it true.
	On int

	// Left is how often conditions may still ask before it is said that there is no end.
	Left int

	// Seen records, if it is not nil, the mutants that would have made a difference to a condition.
	Seen map[int]bool
)

// If returns c, which is what condition n says, unless a mutant decides.
func If(n int, c bool) bool {
	if Left--; Left < 0 {
		panic("no end")
	}
	if Seen != nil {
		if c {
			Seen[n] = true
		} else {
			Seen[-n] = true
		}
	}
	switch On {
	case n:
		return false
	case -n:
		return true
	}
	return c
}
