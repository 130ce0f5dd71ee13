package cli

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// A Checkout is a folder in which git runs.
type Checkout struct {
	t   *testing.T
	Dir string
}

// At returns the checkout in dir, which may have to be made yet.
func At(t *testing.T, dir string) Checkout { return Checkout{t, dir} }

// NewCheckout returns a repository with a branch main, which has the files of archive, and a branch work that parted from it and is checked out.
func NewCheckout(t *testing.T, archive string) Checkout {
	t.Helper()
	Long(t)
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not available")
	}
	c := At(t, LayOut(t, archive))
	c.Git("init", "-q", "-b", "main")
	c.Commit("first")
	c.Git("checkout", "-q", "-b", "work")
	return c
}

// Git runs git, without the settings of this machine and user, and returns what it prints.
func (c Checkout) Git(args ...string) string {
	c.t.Helper()
	cmd := exec.Command("git", args...)
	cmd.Dir = c.Dir
	cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1",
		"GIT_AUTHOR_NAME=a", "GIT_AUTHOR_EMAIL=a@example.com", "GIT_COMMITTER_NAME=a", "GIT_COMMITTER_EMAIL=a@example.com")
	out, err := cmd.CombinedOutput()
	if err != nil {
		c.t.Fatalf("git %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return strings.TrimSpace(string(out))
}

// Commit commits all that there is.
func (c Checkout) Commit(message string) {
	c.t.Helper()
	c.Git("add", "-A")
	c.Git("-c", "core.autocrlf=false", "-c", "maintenance.auto=false", "commit", "-q", "--allow-empty", "-m", message)
}

// Write writes the files of archive over those that are there. Empty ones are removed.
func (c Checkout) Write(archive string) {
	c.t.Helper()
	for _, f := range txtar.Parse([]byte(archive)).Files {
		name := filepath.Join(c.Dir, filepath.FromSlash(f.Name))
		if len(f.Data) > 0 {
			write(c.t, name, f.Data)
			continue
		}
		if err := os.Remove(name); err != nil {
			c.t.Fatal(err)
		}
		_ = os.Remove(filepath.Dir(name)) // if it is empty now
	}
}
