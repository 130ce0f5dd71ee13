package evidence

import (
	"context"
	"fmt"
	"regexp"
	"runtime/pprof"
	"strconv"
	"strings"
	"testing"
)

// goroutinesOf calls f and returns a function that counts the goroutines that are left of those that f has started, and
// these in turn. Tests that run at the same time do not disturb it.
func goroutinesOf(t *testing.T, f func()) (left func() int64) {
	const key = "test"
	pprof.Do(context.Background(), pprof.Labels(key, t.Name()), func(context.Context) { f() })

	label := fmt.Sprintf("# labels: {%q:%q}\n", key, t.Name())
	return func() int64 {
		var profile strings.Builder
		if err := pprof.Lookup("goroutine").WriteTo(&profile, 1); err != nil {
			t.Errorf("the profile of goroutines cannot be had: %v", err)
			return 0
		}
		var n int64
		for stack := range strings.SplitSeq(profile.String(), "\n\n") {
			if m := stackCount.FindStringSubmatch(stack); m != nil && strings.Contains(stack, label) {
				count, _ := strconv.ParseInt(m[1], 10, 64)
				n += count
			}
		}
		return n
	}
}

// stackCount matches the line of a profile that says how many goroutines have the stack that follows.
var stackCount = regexp.MustCompile(`(?m)^(\d+) @ `)
