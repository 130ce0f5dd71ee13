//go:build unix

// Package writing tests what the command writes: nothing outside of the checkout, and files that are old or new, whatever ends it.
package writing

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/transportlint/transportlint/internal/cli"
	"github.com/transportlint/transportlint/internal/extent"
)

func TestMain(m *testing.M) { os.Exit(cli.Main(m)) }

// victim makes a file outside of any checkout that nothing may touch.
func victim(t *testing.T) (name string, check func()) {
	t.Helper()
	name = filepath.Join(t.TempDir(), "profile")
	if err := os.WriteFile(name, nil, 0o600); err != nil { // which is a baseline, too
		t.Fatal(err)
	}
	return name, func() {
		t.Helper()
		info, err := os.Lstat(name)
		if err != nil || info.Size() != 0 || info.Mode() != 0o600 {
			t.Errorf("a file outside of the checkout was touched: %v, %v", info, err)
		}
	}
}

func symlink(t *testing.T, to, name string) {
	t.Helper()
	if err := os.Symlink(to, name); err != nil {
		t.Fatal(err)
	}
}

// Links of the names that temporary files might have lead nowhere.
func TestForeseenNames(t *testing.T) {
	cli.Long(t)
	t.Parallel()
	c := cli.NewCheckout(t, cli.OneDialer)
	profile, untouched := victim(t)
	for pid := os.Getpid(); pid < os.Getpid()+1000; pid++ {
		for _, name := range []string{"a.go", "out.sarif", "known.jsonl"} {
			symlink(t, profile, filepath.Join(c.Dir, fmt.Sprintf(".%s.%d", name, pid)))
		}
	}
	cli.Lint(t, c.Dir, "-o=out.sarif")
	cli.Lint(t, c.Dir, "-baseline=known.jsonl", "-write-baseline")
	if r := cli.Lint(t, c.Dir, "-fix"); r.Code != 0 {
		t.Error(r)
	}
	untouched()
	if text, err := os.ReadFile(filepath.Join(c.Dir, "known.jsonl")); err != nil || !bytes.Contains(text, []byte(`"a.go"`)) {
		t.Errorf("the baseline is %q, %v", text, err)
	}
}

// A link in a checkout decides nothing about where output goes.
func TestOutputThroughLinks(t *testing.T) {
	cli.Long(t)
	t.Parallel()
	c := cli.NewCheckout(t, cli.OneDialer)
	profile, untouched := victim(t)
	outside := t.TempDir()
	symlink(t, profile, filepath.Join(c.Dir, "file"))
	symlink(t, outside, filepath.Join(c.Dir, "folder"))
	symlink(t, filepath.Join(outside, "nosuch"), filepath.Join(c.Dir, "nowhere"))
	symlink(t, ".git/hooks", filepath.Join(c.Dir, "hooks"))
	symlink(t, "go.mod", filepath.Join(c.Dir, "inside"))
	for _, name := range []string{"file", "folder/file", "nowhere", "hooks/pre-commit", "inside", filepath.Join(c.Dir, "file")} {
		for _, args := range [][]string{
			{"-format=sarif", "-o=" + name},
			{"-baseline=" + name, "-write-baseline"},
		} {
			if r := cli.Lint(t, c.Dir, args...); r.Code != 2 || !strings.Contains(r.Stderr, "it is a link to ") && !strings.Contains(r.Stderr, "not a line of a baseline") {
				t.Errorf("%q: %s", args, r)
			}
		}
	}
	untouched()
	if list, _ := os.ReadDir(outside); len(list) > 0 {
		t.Errorf("written outside: %v", list)
	}
	if _, err := os.Lstat(filepath.Join(c.Dir, ".git", "hooks", "pre-commit")); err == nil {
		t.Error("there is a git hook now")
	}
	// What the user names elsewhere is his own affair.
	own := filepath.Join(outside, "own.sarif")
	symlink(t, profile+".sarif", own)
	if err := os.WriteFile(profile+".sarif", nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if r := cli.Lint(t, c.Dir, "-o="+own); r.Code != 1 {
		t.Error(r)
	}
	if info, err := os.Lstat(profile + ".sarif"); err != nil || info.Size() == 0 {
		t.Errorf("not written through a link outside: %v, %v", info, err)
	}
}

// A file that packages know by several names is fixed once, for all of them.
func TestFixByTwoNames(t *testing.T) {
	cli.Long(t)
	t.Parallel()
	c := cli.NewCheckout(t, cli.OneDialer+`-- shared/d.go --
package p

import "net"

var D = &net.Dialer{}

func Dial() (net.Conn, error) { return (&net.Dialer{}).Dial("tcp", "example.com:80") }
-- p/p.go --
package p
-- q/q.go --
package p

var _ = time

const time = 1
`)
	symlink(t, "../shared/d.go", filepath.Join(c.Dir, "p", "d.go"))
	symlink(t, "../shared/d.go", filepath.Join(c.Dir, "q", "d.go"))
	r := cli.Lint(t, c.Dir, "-fix", "./...")
	text := cli.Content(t, c.Dir)["shared/d.go"]
	if r.Code != 2 || strings.Contains(r.Stderr, "it changed") || strings.Contains(text, "Timeout") {
		t.Errorf("not one of the packages may break: %s\n%s", r, text)
	}
	if err := os.Remove(filepath.Join(c.Dir, "q", "q.go")); err != nil {
		t.Fatal(err)
	}
	if r := cli.Lint(t, c.Dir, "-fix", "./..."); r.Code != 0 {
		t.Error(r)
	}
	text = cli.Content(t, c.Dir)["shared/d.go"]
	if strings.Count(text, "Timeout: 30 * time.Second") != 2 {
		t.Errorf("d.go is now\n%s", text)
	}
	for _, name := range []string{"p", "q"} {
		if info, err := os.Lstat(filepath.Join(c.Dir, name, "d.go")); err != nil || info.Mode()&fs.ModeSymlink == 0 {
			t.Errorf("the link in %s is gone", name)
		}
	}
}

// Output that nobody takes is an error, told in one line.
func TestStdoutFails(t *testing.T) {
	cli.Long(t)
	t.Parallel()
	var archive strings.Builder
	archive.WriteString("-- go.mod --\nmodule example.com/m\n\ngo 1.26\n-- a.go --\npackage m\n\nimport \"net\"\n\n")
	for i := range 800 { // more than a pipe holds
		fmt.Fprintf(&archive, "var D%d = &net.Dialer{}\n", i)
	}
	c := cli.NewCheckout(t, archive.String())
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		full = nil // there is none on this system
	}
	for i, args := range [][]string{nil, {"-json"}, {"-format=sarif"}, {"-format=github"}, {"-fix", "-diff"}, {"-help"}, {"-version"}, {"-explain=dialer"}} {
		run := func(stdout *os.File) {
			t.Helper()
			cmd := exec.Command(cli.Binary, args...)
			cmd.Dir = c.Dir
			cmd.Env = append(cmd.Environ(), "GOWORK=off", "GITHUB_STEP_SUMMARY=")
			var stderr bytes.Buffer
			cmd.Stdout, cmd.Stderr = stdout, &stderr
			_ = cmd.Run()
			if code := cmd.ProcessState.ExitCode(); code != 2 || strings.Count(stderr.String(), "\n") != 1 || !strings.HasPrefix(stderr.String(), "transportlint: ") {
				t.Errorf("%q: exit %d (%v) and %q", args, code, cmd.ProcessState, stderr.String())
			}
		}
		r, w, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		r.Close()
		run(w)
		w.Close()
		if full != nil && (i == 0 || extent.Full) {
			run(full)
		}
	}
}

// Files that look like those of a run that was killed stay, if they came with the checkout.
func TestLookAlikes(t *testing.T) {
	t.Parallel()
	c := cli.NewCheckout(t, cli.OneDialer)
	profile, untouched := victim(t)
	names := []string{".transportlint-0123456789abcdef0123456789abcdef", ".a.go.1234", ".transportlint-1"}
	for _, name := range names {
		if err := os.WriteFile(filepath.Join(c.Dir, name), []byte("mine"), 0o644); err != nil {
			t.Fatal(err)
		}
		symlink(t, profile, filepath.Join(c.Dir, name+"2"))
	}
	if r := cli.Lint(t, c.Dir, "-fix"); r.Code != 0 {
		t.Error(r)
	}
	untouched()
	for _, name := range names {
		for _, name := range []string{name, name + "2"} {
			if _, err := os.Lstat(filepath.Join(c.Dir, name)); err != nil {
				t.Error(err)
			}
		}
	}
}

// bigFiles are enough for a run to be ended while it writes.
const bigFiles = 100

// big is a module of that many files to fix, and what each of them holds before and after.
type big struct {
	dir      string
	old, new map[string]string
	took     time.Duration // by a whole run
	writing  time.Duration // from the first file to the last
	env      []string
}

func newBig(t *testing.T) *big {
	var archive strings.Builder
	archive.WriteString("-- go.mod --\nmodule example.com/m\n\ngo 1.26\n")
	for i := range bigFiles {
		fmt.Fprintf(&archive, "-- p%02d/f%d.go --\npackage p\n\nimport \"net\"\n\n// %s\nvar D%d = &net.Dialer{}\n", i%20, i, strings.Repeat("x", 5000), i)
	}
	b := &big{dir: cli.LayOut(t, archive.String())}
	b.old = cli.Content(t, b.dir)
	cache, err := exec.Command("go", "env", "GOCACHE").Output()
	if err != nil {
		t.Fatal(err)
	}
	// Nobody else cleans up here, and all that is left behind can be seen.
	b.env = []string{"HOME=" + t.TempDir(), "XDG_CACHE_HOME=", "GOCACHE=" + strings.TrimSpace(string(cache)), "TMPDIR=" + t.TempDir()}
	start := time.Now()
	if r := cli.ExecuteIn(t, b.dir, b.env, cli.Binary, "-fix", "./..."); r.Code != 0 {
		t.Fatal(r)
	}
	b.took = time.Since(start)
	b.new = cli.Content(t, b.dir)
	first, last := time.Now(), start
	for name := range b.new {
		info, err := os.Stat(filepath.Join(b.dir, filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		if b.new[name] != b.old[name] && info.ModTime().Before(first) {
			first = info.ModTime()
		}
		if info.ModTime().After(last) {
			last = info.ModTime()
		}
	}
	b.writing = last.Sub(first)
	b.restore(t)
	return b
}

func (b *big) restore(t *testing.T) {
	for name, text := range b.old {
		if err := os.WriteFile(filepath.Join(b.dir, filepath.FromSlash(name)), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// end starts a run and sends it a signal at a random moment, every other time while it writes. It returns after its end.
func (b *big) end(t *testing.T, sig os.Signal, i int) (*exec.Cmd, string) {
	cmd := exec.Command(cli.Binary, "-fix", "./...")
	cmd.Dir = b.dir
	cmd.Env = append(cmd.Environ(), "GOWORK=off", "GOPROXY=off", "GOFLAGS=")
	cmd.Env = append(cmd.Env, b.env...)
	var stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = io.Discard, &stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if i%2 == 0 {
		time.Sleep(rand.N(b.took))
	} else {
		first := filepath.Join(b.dir, "p00", "f0.go")
		for deadline := time.Now().Add(10 * b.took); time.Now().Before(deadline); time.Sleep(time.Millisecond) {
			if text, err := os.ReadFile(first); err == nil && string(text) != b.old["p00/f0.go"] {
				break
			}
		}
		time.Sleep(rand.N(b.writing))
	}
	_ = cmd.Process.Signal(sig) // it may have ended
	_ = cmd.Wait()
	return cmd, stderr.String()
}

// check counts the files that are new, and returns those that should not be there. A file that is neither old nor new fails.
func (b *big) check(t *testing.T) (fixed int, left []string) {
	t.Helper()
	for name, text := range cli.Content(t, b.dir) {
		switch {
		case b.old[name] == "":
			left = append(left, name)
		case text == b.new[name] && text != b.old[name]:
			fixed++
		case text != b.old[name]:
			t.Errorf("%s is neither old nor new: %d bytes", name, len(text))
		}
	}
	return fixed, left
}

// moments returns how often a test ends a run: a few times, often if all is to be shown, or as TRANSPORTLINT_KILLS says.
func moments(t *testing.T, all bool) int {
	few := "3"
	if all {
		few = "12"
	}
	n, err := strconv.Atoi(cmp.Or(os.Getenv("TRANSPORTLINT_KILLS"), few))
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// A run that is killed leaves files that are old or new, and at most one more, which the next run removes.
func TestKilled(t *testing.T) {
	cli.Long(t)
	t.Parallel()
	b := newBig(t)
	inWriting, leftovers, n := 0, 0, moments(t, extent.Full)
	for i := range n {
		b.end(t, os.Kill, i)
		fixed, left := b.check(t)
		if len(left) > 1 {
			t.Errorf("left behind: %s", left)
		}
		leftovers += len(left)
		if fixed > 0 && fixed < bigFiles {
			inWriting++
		}
		// Any run cleans up, also one that changes nothing.
		cli.ExecuteIn(t, b.dir, b.env, cli.Binary, "./p00")
		if _, left := b.check(t); len(left) > 0 {
			t.Errorf("still there after the next run: %s", left)
		}
		for _, dir := range []string{strings.TrimPrefix(b.env[3], "TMPDIR="), filepath.Join(strings.TrimPrefix(b.env[0], "HOME="), ".cache", "transportlint", "unfinished")} {
			list, err := os.ReadDir(dir)
			if err != nil && !errors.Is(err, fs.ErrNotExist) {
				t.Fatal(err)
			}
			for _, e := range list {
				if !strings.HasPrefix(e.Name(), "go-") { // the go command's own
					t.Errorf("%s has %s", dir, e.Name())
				}
			}
		}
		b.restore(t)
	}
	t.Logf("%d runs killed within %v, %d of them while they wrote; %d left a temporary file", n, b.took, inWriting, leftovers)
}

// A run that is asked to end does, in good order.
func TestInterrupted(t *testing.T) {
	cli.Long(t)
	t.Parallel()
	b := newBig(t)
	for i := range moments(t, extent.Full) {
		sig := []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP}[i%3]
		cmd, stderr := b.end(t, sig, i)
		fixed, left := b.check(t)
		if len(left) > 0 {
			t.Errorf("%v: left behind: %s", sig, left)
		}
		code := cmd.ProcessState.ExitCode()
		early := code == -1 && fixed == 0 // before the program had begun
		if !early && !(code == 0 && fixed == bigFiles) && !(code == 2 && strings.HasPrefix(stderr, "transportlint: interrupted")) {
			t.Errorf("%v: exit %d, %d files fixed, %q", sig, code, fixed, stderr)
		}
		list, err := os.ReadDir(strings.TrimPrefix(b.env[3], "TMPDIR="))
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range list {
			if !strings.HasPrefix(e.Name(), "go-") {
				t.Errorf("%v: temporary folder %s is left", sig, e.Name())
			}
		}
		b.restore(t)
	}
}

// What this machine lacks is said in words that help.
func TestLacking(t *testing.T) {
	cli.Long(t)
	t.Parallel()
	c := cli.NewCheckout(t, cli.OneDialer)
	goCommand, err := exec.LookPath("go")
	if err != nil {
		t.Fatal(err)
	}
	cache, err := exec.Command("go", "env", "GOCACHE", "GOMODCACHE").Output()
	if err != nil {
		t.Fatal(err)
	}
	caches := strings.Fields(string(cache))
	nowhere := filepath.Join(t.TempDir(), "nosuch")
	for _, test := range []struct {
		name string
		env  []string
		args []string
		code int
		want string
	}{
		{"no go", []string{"PATH=" + nowhere}, nil, 2, "the go command is not on PATH; install Go, or add the folder of the go command to PATH"},
		{"no HOME", []string{"HOME=", "XDG_CACHE_HOME=", "GOCACHE=", "GOPATH=", "GOMODCACHE="}, nil, 2, "; set GOCACHE to a folder that can be written\n"},
		{"no HOME, declarations only", []string{"HOME=", "XDG_CACHE_HOME=", "GOCACHE=", "GOPATH=", "GOMODCACHE="}, []string{"-build=never"}, 1, "1 finding in 1 package"},
		{"GOCACHE nowhere", []string{"GOCACHE=/dev/null/x"}, nil, 2, "; set GOCACHE to a folder that can be written\n"},
		{"GOCACHE off", []string{"GOCACHE=off"}, nil, 2, "; set GOCACHE to a folder that can be written\n"},
		{"no HOME but GOCACHE", []string{"HOME=", "XDG_CACHE_HOME=", "GOCACHE=" + caches[0], "GOMODCACHE=" + caches[1]}, []string{"-fix", "-diff"}, 1, "would fix 1 of 1 finding in 1 file; none remains"},
		{"no TMPDIR", []string{"TMPDIR=" + nowhere}, []string{"-fix", "-diff"}, 2, nowhere},
	} {
		t.Run(test.name, func(t *testing.T) {
			env := append([]string{"PATH=" + filepath.Dir(goCommand) + ":" + os.Getenv("PATH")}, test.env...)
			r := cli.ExecuteIn(t, c.Dir, env, cli.Binary, test.args...)
			if r.Code != test.code || !strings.Contains(r.Stderr, test.want) || strings.Contains(r.Stderr, "no package matches") {
				t.Errorf("want exit %d and %q, got %s", test.code, test.want, r)
			}
			if test.code == 2 && strings.Count(r.Stderr, "\n") > 2 {
				t.Errorf("more than two lines: %s", r)
			}
		})
	}
}
