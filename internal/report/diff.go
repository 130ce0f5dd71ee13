package report

import (
	"bufio"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"github.com/aymanbagabas/go-udiff"
)

var hunkHead = regexp.MustCompile(`^@@ -(\d+)(?:,(\d+))? \+\d+(?:,(\d+))? @@`)

// WriteDiff writes the difference between two texts of a file to w. For a terminal, or as GitHub, it is for reading; else patch takes it.
func WriteDiff(w io.Writer, format Format, terminal *Terminal, label string, before, after []byte) error {
	b := bufio.NewWriter(w)
	for line := range strings.Lines(unified(label, before, after)) {
		if terminal == nil && format != GitHub {
			fmt.Fprint(b, line)
			continue
		}
		line = strings.TrimRight(line, "\r\n")
		on, off := terminal.colors(diffColor(line))
		fmt.Fprintf(b, "%s%s%s\n", on, Printable(line), off)
	}
	return b.Flush() // a bufio.Writer keeps the first error
}

// diffColor returns the color of a line of a diff.
func diffColor(line string) string {
	switch {
	case strings.HasPrefix(line, "+++ "), strings.HasPrefix(line, "--- "):
		return bold
	case strings.HasPrefix(line, "+"):
		return green
	case strings.HasPrefix(line, "-"):
		return red
	case strings.HasPrefix(line, "@"):
		return cyan
	}
	return ""
}

// unified returns the difference between two texts as patch takes it. The library counts wrong where a hunk comes after one that holds
// several changes, so the lines at which hunks begin in the second text are counted here.
func unified(label string, before, after []byte) string {
	var b strings.Builder
	shift := 0
	for line := range strings.Lines(udiff.Unified(quotedName("a/"+label), quotedName("b/"+label), string(before), string(after))) {
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
