package integration

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

const module = "github.com/transportlint/transportlint"

// The tools under test, which TestMain compiles.
var transportlint, singlechecker, cacheprog string

// bin is the folder that they are in.
var bin string

// root is the folder of the module transportlint.
var root string

func TestMain(m *testing.M) {
	os.Exit(func() int {
		var err error
		if bin, err = os.MkdirTemp("", "integration"); err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
		defer os.RemoveAll(bin)
		transportlint = filepath.Join(bin, "transportlint"+exe)
		singlechecker = filepath.Join(bin, "singlechecker"+exe)
		cacheprog = filepath.Join(bin, "cacheprog"+exe)
		if root, err = filepath.Abs(".."); err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
		for _, build := range []*exec.Cmd{
			exec.Command("go", "build", "-C", root, "-o", transportlint, "./cmd/transportlint"),
			exec.Command("go", "build", "-o", bin, "./singlechecker", "./cacheprog"),
		} {
			if out, err := build.CombinedOutput(); err != nil {
				fmt.Fprintf(os.Stderr, "%v: %v\n%s", build, err, out)
				return 1
			}
		}
		return m.Run()
	}())
}

var exe = map[string]string{"windows": ".exe"}[runtime.GOOS]

// A process is how to run a program: where, and with what in its environment besides ours.
type process struct {
	dir string
	env []string
}

// A result is what a program left behind, with slashes in paths.
type result struct {
	command        string
	code           int
	stdout, stderr string
}

func (r result) String() string {
	return fmt.Sprintf("%s: exit %d\nstdout:\n%sstderr:\n%s", r.command, r.code, r.stdout, r.stderr)
}

// run runs a program, away from the settings of this machine's user.
func (p process) run(t *testing.T, name string, args ...string) result {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), name, args...)
	cmd.Dir = p.dir
	cmd.Env = append(cmd.Environ(), "GOWORK=off", "GOFLAGS=")
	cmd.Env = append(cmd.Env, p.env...)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	if _, ok := errors.AsType[*exec.ExitError](err); err != nil && !ok {
		t.Fatalf("%v: %v", cmd, err)
	}
	return result{cmd.String(), cmd.ProcessState.ExitCode(), filepath.ToSlash(stdout.String()), filepath.ToSlash(stderr.String())}
}

// must is run for programs that have to succeed. It returns what they print.
func (p process) must(t *testing.T, name string, args ...string) string {
	t.Helper()
	got := p.run(t, name, args...)
	if got.code != 0 {
		t.Fatal(got)
	}
	return strings.TrimSpace(got.stdout)
}

// layOut writes the files of a txtar archive into a new directory.
func layOut(t *testing.T, archive string) string {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir()) // tools print where files really are
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range txtar.Parse([]byte(archive)).Files {
		write(t, filepath.Join(dir, filepath.FromSlash(f.Name)), string(f.Data))
	}
	return dir
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// documentation returns the blocks in a language that a file in docs shows.
func documentation(t *testing.T, file, language string) []string {
	t.Helper()
	var blocks []string
	for part := range strings.SplitSeq(read(t, filepath.Join(root, "docs", file)), "```") {
		if block, ok := strings.CutPrefix(part, language+"\n"); ok {
			blocks = append(blocks, block)
		}
	}
	return blocks
}

// download has the go command fetch a module, unless it has, and returns the folder with its files.
func download(t *testing.T, moduleAtVersion string) string {
	t.Helper()
	var info struct{ Dir string }
	text := process{dir: t.TempDir()}.must(t, "go", "mod", "download", "-json", moduleAtVersion)
	if err := json.Unmarshal([]byte(text), &info); err != nil {
		t.Fatal(err)
	}
	return info.Dir
}

// findings returns, sorted, the lines of text that have a place in a file of Go, as the command writes them: with paths relative to
// dir, and without what drivers put around.
func findings(dir, text string) []string {
	var out []string
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		line = strings.TrimPrefix(line, filepath.ToSlash(dir)+"/")
		line = strings.TrimPrefix(line, "./")
		line = strings.TrimSuffix(line, " (transportlint)")
		if file, _, ok := strings.Cut(line, ".go:"); ok && !strings.Contains(file, " ") {
			out = append(out, line)
		}
	}
	slices.Sort(out)
	return out
}

// heads returns findings without what follows from each field.
func heads(dir, text string) []string {
	list := findings(dir, text)
	for i := range list {
		list[i] = asides.ReplaceAllString(list[i], "")
	}
	return list
}

// asides are the reasons and the remedy in a message.
var asides = regexp.MustCompile(` \([^)]*\)|;.*`)

// The findings in the modules of these tests.
const (
	everyField = "transport: http.Transport does not set IdleConnTimeout, TLSHandshakeTimeout, DialContext and MaxIdleConnsPerHost"
	noTimeout  = "dialer: net.Dialer does not set Timeout"
)

// across has a finding in package use that depends on what packages helper and relay, two steps away, do.
const across = `
-- go.mod --
module example.com/m

go 1.26
-- helper/helper.go --
package helper

import (
	"net/http"
	"time"
)

func Idle(t *http.Transport) { t.IdleConnTimeout = 30 * time.Second }
-- relay/relay.go --
package relay

import (
	"net/http"

	"example.com/m/helper"
)

func Configure(t *http.Transport) {
	helper.Idle(t)
	t.MaxIdleConns = 10
}
-- use/use.go --
package use

import (
	"net/http"

	"example.com/m/relay"
)

func New() *http.Transport {
	t := &http.Transport{}
	relay.Configure(t)
	return t
}
`

// acrossFinding is what there is to find in across.
const acrossFinding = "use/use.go:10:8: transport: http.Transport does not set TLSHandshakeTimeout, DialContext and MaxIdleConnsPerHost"
