package gate

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/transportlint/transportlint/internal/paths"
)

// A repository is a checkout with the folder in which git keeps what belongs to it.
type repository struct {
	top string // of the work tree, as its user names it
	dir string // what git calls the git directory; empty until git has been asked
}

// openRepository finds the checkout that dir, an absolute path, is in. Only a .git leads to one: git itself would also take a folder
// that looks like a repository from inside, and such a folder can be part of a commit. A .git cannot.
func openRepository(ctx context.Context, dir string) (*repository, error) {
	top := checkoutAround(dir)
	if top == "" {
		return nil, fmt.Errorf("%s is not in a git checkout; clone the repository there, or use -baseline, which needs no git", dir)
	}
	if err := noLinks(top, dir); err != nil {
		return nil, err
	}
	r := &repository{top: top}
	// Here, and only here, git looks for the repository itself, in top and nowhere else, and refuses one that is another user's.
	found, err := r.git(ctx, "", "rev-parse", "--absolute-git-dir")
	if err != nil {
		return nil, err
	}
	r.dir = filepath.FromSlash(strings.TrimSuffix(found, "\n"))
	return r, r.checkDir()
}

// checkoutAround returns the nearest folder from dir upwards with a .git, or nothing.
func checkoutAround(dir string) string {
	for {
		if _, err := os.Lstat(filepath.Join(dir, ".git")); err == nil {
			return dir
		}
		up := filepath.Dir(dir)
		if up == dir {
			return ""
		}
		dir = up
	}
}

// noLinks fails if a symbolic link leads from top to dir, for then git and the go command call the same files by different names.
func noLinks(top, dir string) error {
	for name := dir; name != top; name = filepath.Dir(name) {
		info, err := os.Lstat(name)
		if err != nil {
			return err
		}
		if isLink(info.Mode()) {
			physical, err := filepath.EvalSymlinks(dir)
			if err != nil {
				return err
			}
			return fmt.Errorf("%s leads into the checkout, or out of it, by a symbolic link; work in %s", dir, physical)
		}
	}
	return nil
}

// isLink reports whether a file of that mode leads elsewhere. Windows has more ways to do so than symbolic links.
func isLink(mode fs.FileMode) bool { return mode&(fs.ModeSymlink|fs.ModeIrregular) != 0 }

// checkDir fails if a .git that is a file or a link leads into a checkout, where it is files of a commit that it leads to. What git
// keeps of submodules and worktrees is in the repository of a checkout around them, or outside of all.
func (r *repository) checkDir() error {
	physical, err := filepath.EvalSymlinks(r.dir)
	if err != nil {
		return err
	}
	name := filepath.Join(r.top, ".git")
	if real := gitDirOf(r.top); real == "" || !sameFile(real, physical) {
		return fmt.Errorf("%s is not a repository", name)
	}
	if info, err := os.Lstat(name); err == nil && info.IsDir() {
		return nil
	}
	inside := false
	for top := r.top; top != ""; {
		around, err := filepath.EvalSymlinks(top)
		if err != nil {
			return err
		}
		kept := gitDirOf(around)
		if top != r.top && kept != "" && paths.Contains(kept, physical) {
			return nil
		}
		inside = inside || paths.Contains(around, physical)
		if up := filepath.Dir(top); up != top {
			top = checkoutAround(up)
		} else {
			break
		}
	}
	if inside {
		return fmt.Errorf("%s leads to %s, which is part of a checkout; a repository there is not trusted", name, physical)
	}
	return nil
}

// gitDirOf returns where the .git in top leads to, without asking git, or nothing.
func gitDirOf(top string) string {
	name := filepath.Join(top, ".git")
	if info, err := os.Stat(name); err == nil && info.IsDir() {
		dir, err := filepath.EvalSymlinks(name)
		if err != nil {
			return ""
		}
		return dir
	}
	text, err := os.ReadFile(name)
	if err != nil {
		return ""
	}
	dir, found := strings.CutPrefix(strings.TrimRight(string(text), "\r\n"), "gitdir: ")
	if !found {
		return ""
	}
	if dir = filepath.FromSlash(dir); !filepath.IsAbs(dir) {
		dir = filepath.Join(top, dir)
	}
	if dir, err = filepath.EvalSymlinks(dir); err != nil {
		return ""
	}
	return dir
}

// settings are what no configuration can change: that git runs no program and asks no server.
var settings = []string{
	"core.fsmonitor=false", "core.untrackedCache=false", "core.hooksPath=" + os.DevNull, "core.warnAmbiguousRefs=true",
	"safe.bareRepository=explicit", "protocol.allow=never",
}

// git runs git and returns what it prints. All that runs git is here. No command that is passed here writes anything, converts files of
// the work tree, or compares them: that takes filters, which configuration and attributes name.
func (r *repository) git(ctx context.Context, stdin string, args ...string) (string, error) {
	out, _, err := r.run(ctx, stdin, args...)
	return out, err
}

// run is git with what it says on stderr, where that is not an error.
func (r *repository) run(ctx context.Context, stdin string, args ...string) (out, said string, err error) {
	physical, err := filepath.EvalSymlinks(r.top)
	if err != nil {
		return "", "", err
	}
	var global []string
	for _, setting := range settings {
		global = append(global, "-c", setting)
	}
	if r.dir != "" {
		global = append(global, "--git-dir="+r.dir, "--work-tree="+r.top)
	}
	cmd := exec.CommandContext(ctx, "git", append(global, args...)...)
	cmd.Dir = r.top
	// Of what a hook or a user has set for git, configuration stays: it says whose repositories are safe.
	cmd.Env = slices.DeleteFunc(os.Environ(), func(v string) bool {
		name := strings.ToUpper(v)
		return strings.HasPrefix(name, "GIT_") && !strings.HasPrefix(name, "GIT_CONFIG")
	})
	cmd.Env = append(cmd.Env, "PWD="+r.top, "LC_ALL=C", "GIT_CEILING_DIRECTORIES="+filepath.Dir(physical), "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0",
		"GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=none", "GIT_NO_REPLACE_OBJECTS=1", "GIT_GRAFT_FILE="+filepath.Join(os.DevNull, "none"))
	cmd.Stdin = strings.NewReader(stdin)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err = cmd.Run()
	said = strings.TrimSpace(stderr.String())
	switch {
	case err == nil:
		return stdout.String(), said, nil
	case ctx.Err() != nil:
		return "", "", ctx.Err()
	case errors.Is(err, exec.ErrNotFound):
		return "", "", errors.New("git is not on PATH; install it")
	case said == "":
		return "", "", &gitError{fmt.Sprintf("git %s: %v", args[0], err)}
	case strings.Contains(said, "promisor"):
		said += "; this is a partial clone, clone without --filter, or get the rest with `git -c remote.origin.partialCloneFilter= fetch --refetch`"
	}
	return "", "", &gitError{"git " + args[0] + ": " + said}
}

// A gitError is what git says is wrong.
type gitError struct{ words string }

func (e *gitError) Error() string { return e.words }

// try is git where failing is an answer, too.
func (r *repository) try(ctx context.Context, args ...string) (out string, ok bool, err error) {
	out, err = r.git(ctx, "", args...)
	if _, failed := errors.AsType[*gitError](err); failed {
		return "", false, nil
	}
	return strings.TrimSuffix(out, "\n"), err == nil, err
}

func sameFile(a, b string) bool {
	x, err := os.Stat(a)
	if err != nil {
		return false
	}
	y, err := os.Stat(b)
	return err == nil && os.SameFile(x, y)
}
