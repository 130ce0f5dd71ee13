package report

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/aymanbagabas/go-udiff"
)

var hunkHead = regexp.MustCompile(`^@@ -(\d+)(?:,(\d+))? \+\d+(?:,(\d+))? @@`)

// Unified returns the difference between two texts as patch takes it. The library counts wrong where a hunk comes after one that holds
// several changes, so the lines at which hunks begin in the second text are counted here.
func Unified(label string, before, after []byte) string {
	var b strings.Builder
	shift := 0
	for line := range strings.Lines(udiff.Unified("a/"+label, "b/"+label, string(before), string(after))) {
		m := hunkHead.FindStringSubmatchIndex(line)
		if m == nil {
			b.WriteString(line)
			continue
		}
		number := func(i int) int {
			if m[2*i] < 0 {
				return 1 // what is left out
			}
			n, _ := strconv.Atoi(line[m[2*i]:m[2*i+1]])
			return n
		}
		from, old, now := number(1), number(2), number(3)
		to := from + shift
		switch { // an empty side begins after the line it names
		case old == 0 && now > 0:
			to++
		case old > 0 && now == 0:
			to--
		}
		fmt.Fprintf(&b, "@@ -%s +%d", line[m[2]:max(m[3], m[5])], to)
		if m[6] >= 0 {
			fmt.Fprintf(&b, ",%d", now)
		}
		b.WriteString(" @@" + line[m[1]:])
		shift += now - old
	}
	return b.String()
}
