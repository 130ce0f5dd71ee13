package integration

import (
	"fmt"
	"go/version"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// toolchains are those that the command is built with.
var toolchains = []string{"go1.26.8", "go1.27.4"}

// languages are the versions of go directives that are in use: since 1.17 go.mod lists all that is needed, 1.18 brought type parameters, 1.21
// toolchains, 1.22 loop variables.
var languages = []string{"1.17", "1.18", "1.19", "1.20", "1.21", "1.22", "1.23", "1.24", "1.25", "1.26", "1.27"}

// overDialers has a finding and, through a fact, a value that is none. It imports no more of the standard library than it must, since go
// vet looks at all of that.
const overDialers = `
-- go.mod --
module example.com/m

go %s
-- helper/helper.go --
package helper

import (
	"net"
	"time"
)

func Limit(d *net.Dialer) { d.Timeout = time.Second }
-- use/use.go --
package use

import (
	"net"

	"example.com/m/helper"
)

func New() (*net.Dialer, *net.Dialer) {
	limited, open := &net.Dialer{}, &net.Dialer{}
	helper.Limit(limited)
	return limited, open
}
`

const overDialersFinding = "use/use.go:10:35: " + noTimeout

// buildWith builds the command with a toolchain.
func buildWith(t *testing.T, toolchain string) string {
	t.Helper()
	to := filepath.Join(bin, "transportlint-"+toolchain+exe)
	process{root, []string{"GOTOOLCHAIN=" + toolchain}}.must(t, "go", "build", "-o", to, "./cmd/transportlint")
	return to
}

// TestGoVersions runs the command, alone and for go vet, as built with each toolchain, over modules of each version of the language.
func TestGoVersions(t *testing.T) {
	for _, toolchain := range toolchains {
		command := buildWith(t, toolchain)
		for _, language := range languages {
			if version.Compare("go"+language, version.Lang(toolchain)) > 0 {
				continue
			}
			t.Run(toolchain+" go "+language, func(t *testing.T) {
				user := process{layOut(t, fmt.Sprintf(overDialers, language)), []string{"GOTOOLCHAIN=" + toolchain}}
				want := []string{overDialersFinding}
				if got := user.run(t, command, "./..."); got.code != 1 || !slices.Equal(heads(user.dir, got.stdout), want) {
					t.Errorf("want %s, got %v", want, got)
				}
				if got := user.run(t, "go", "vet", "-vettool="+command, "./..."); got.code != 1 || !slices.Equal(heads(user.dir, got.stderr), want) {
					t.Errorf("want %s, got %v", want, got)
				}
			})
		}
	}
}

// TestOldTool has a newer go vet run a command that an older Go has built. What to do about it is said once, not for each package of the
// standard library.
func TestOldTool(t *testing.T) {
	older, newer := toolchains[0], toolchains[1]
	command := buildWith(t, older)
	for _, language := range []string{"1.22", strings.TrimPrefix(version.Lang(newer), "go")} {
		user := process{layOut(t, fmt.Sprintf(overDialers, language)), []string{"GOTOOLCHAIN=" + newer}}
		for range 2 { // the second time with what the first has left in the cache
			got := user.run(t, "go", "vet", "-vettool="+command, "./...")
			want := fmt.Sprintf("# internal/goarch\ntransportlint was built with %s, and this is for %s: build it again, with that version of Go\n", older, newer)
			if got.code != 1 || got.stdout != "" || got.stderr != want {
				t.Errorf("go %s: want %s, got %v", language, want, got)
			}
		}
	}
	// The command itself looks at what the older Go understands, and says of the rest that it does not, and what to do.
	user := process{layOut(t, fmt.Sprintf(overDialers, "1.22")), []string{"GOTOOLCHAIN=" + newer}}
	if got := user.run(t, command, "./..."); got.code != 1 || !slices.Equal(heads(user.dir, got.stdout), []string{overDialersFinding}) {
		t.Errorf("%v", got)
	}
	user.dir = layOut(t, fmt.Sprintf(overDialers, strings.TrimPrefix(version.Lang(newer), "go")))
	if got := user.run(t, command, "./..."); got.code != 2 || !strings.Contains(got.stderr, "requires newer Go version "+version.Lang(newer)) ||
		!strings.Contains(got.stderr, "; build transportlint again, with that version of Go\n") {
		t.Errorf("%v", got)
	}
}
