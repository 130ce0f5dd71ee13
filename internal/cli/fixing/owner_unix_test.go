//go:build unix

package fixing

import (
	"bytes"
	"cmp"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/transportlint/transportlint/internal/cli"
)

// A fixed file keeps its owner, its group and its mode.
func TestFixKeepsOwner(t *testing.T) {
	cli.Long(t)
	if os.Getuid() != 0 {
		t.Skip("only root has files of others")
	}
	c := cli.NewCheckout(t, cli.OneDialer)
	file := filepath.Join(c.Dir, "a.go")
	if err := cmp.Or(os.Chown(file, 1234, 4321), os.Chmod(file, 0o640|fs.ModeSetgid)); err != nil {
		t.Fatal(err)
	}
	if r := cli.Lint(t, c.Dir, "-fix"); r.Code != 0 {
		t.Error(r)
	}
	info, err := os.Stat(file)
	if err != nil {
		t.Fatal(err)
	}
	s := info.Sys().(*syscall.Stat_t)
	if s.Uid != 1234 || s.Gid != 4321 || info.Mode() != 0o640|fs.ModeSetgid {
		t.Errorf("owner %d, group %d, mode %v", s.Uid, s.Gid, info.Mode())
	}

	// One who may write to the file but cannot make another that belongs to its owner leaves it alone.
	dir := readable(t)
	if err := os.CopyFS(dir, os.DirFS(cli.LayOut(t, cli.OneDialer))); err != nil {
		t.Fatal(err)
	}
	file = filepath.Join(dir, "a.go")
	if err := cmp.Or(os.Chmod(dir, 0o777), os.Chmod(file, 0o666)); err != nil {
		t.Fatal(err)
	}
	before := cli.Content(t, dir)["a.go"]
	r := asNobody(t, dir, "-fix")
	if want := "a.go: not fixed: its owner and group cannot be kept: operation not permitted\n"; r.Code != 2 || !strings.Contains(r.Stderr, want) {
		t.Errorf("want %q, got %s", want, r)
	}
	if after := cli.Content(t, dir); len(after) != 2 || after["a.go"] != before {
		t.Errorf("now %v", after)
	}
}

// readable makes a folder that every user may read, unlike t.TempDir.
func readable(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("/tmp", "transportlint-test")
	if err != nil {
		t.Skip(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	return dir
}

// asNobody runs the command as a user without rights; only root can. Tests that call it are not parallel: a program cannot be started while
// another process that was just started still has it open for writing.
func asNobody(t *testing.T, dir string, args ...string) cli.Result {
	t.Helper()
	own := readable(t)
	program := filepath.Join(own, "transportlint")
	text, err := os.ReadFile(cli.Binary)
	if err != nil {
		t.Fatal(err)
	}
	home := filepath.Join(own, "home")
	if err := cmp.Or(os.WriteFile(program, text, 0o755), os.Mkdir(home, 0o755), os.Chown(home, 65534, 65534)); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(program, args...)
	cmd.Dir = dir
	cmd.Env = append(cmd.Environ(), "GOWORK=off", "GOPROXY=off", "GOFLAGS=", "GITHUB_WORKSPACE=", "HOME="+home, "XDG_CACHE_HOME=", "GOCACHE="+filepath.Join(home, "go-build"))
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); cmd.ProcessState == nil {
		t.Fatal(err)
	}
	return cli.Result{Code: cmd.ProcessState.ExitCode(), Stdout: cli.Slashed(stdout.String()), Stderr: cli.Slashed(stderr.String())}
}

// A checkout that cannot be written to can be checked.
func TestReadOnlyCheckout(t *testing.T) {
	cli.Long(t)
	if os.Getuid() != 0 {
		t.Skip("needs another user, which only root has")
	}
	dir := readable(t)
	if err := os.CopyFS(dir, os.DirFS(cli.LayOut(t, cli.OneDialer))); err != nil {
		t.Fatal(err)
	}
	if r := asNobody(t, dir); r.Code != 1 || !strings.HasPrefix(r.Stdout, "a.go:5:10: ") {
		t.Error(r)
	}
	if r := asNobody(t, dir, "-fix", "-diff"); r.Code != 1 || !strings.HasPrefix(r.Stdout, "--- a/a.go\n") {
		t.Error(r)
	}
	if r := asNobody(t, dir, "-fix"); r.Code != 2 || !strings.HasPrefix(r.Stdout, "a.go:5:10: ") || !strings.Contains(r.Stderr, "a.go: not fixed: permission denied\n") {
		t.Error(r)
	}
	if r := asNobody(t, dir, "-o=out.txt"); r.Code != 2 || !strings.HasSuffix(r.Stderr, "out.txt: permission denied\n") {
		t.Error(r)
	}
}
