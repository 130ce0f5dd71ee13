package gate

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// git runs git in dir and returns what it prints. It finds the repository from dir, as the go command finds the module,
// whatever a hook that it runs in has set.
func git(ctx context.Context, dir, stdin string, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, "git", args...)
	cmd.Dir = dir
	cmd.Env = slices.DeleteFunc(os.Environ(), func(v string) bool {
		name, _, _ := strings.Cut(v, "=")
		return name == "GIT_DIR" || name == "GIT_WORK_TREE" || name == "GIT_INDEX_FILE" || name == "GIT_PREFIX"
	})
	cmd.Env = append(cmd.Env, "PWD="+dir, "LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0")
	cmd.Stdin = strings.NewReader(stdin)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	switch {
	case err == nil:
		return stdout.String(), nil
	case ctx.Err() != nil:
		return "", ctx.Err()
	case errors.Is(err, exec.ErrNotFound):
		return "", errors.New("git is not to be found: install it, or put it in PATH")
	}
	words := strings.TrimSpace(stderr.String())
	if words == "" {
		return "", &gitError{fmt.Sprintf("git %s: %v", args[0], err)}
	}
	return "", &gitError{"git " + args[0] + ": " + words}
}

// A gitError is what git says is wrong.
type gitError struct{ words string }

func (e *gitError) Error() string { return e.words }

// try is git where failing is an answer, too.
func try(ctx context.Context, dir string, args ...string) (out string, ok bool, err error) {
	out, err = git(ctx, dir, "", args...)
	if _, failed := errors.AsType[*gitError](err); failed {
		return "", false, nil
	}
	return strings.TrimSuffix(out, "\n"), err == nil, err
}

// topLevel returns the top folder of the checkout that dir is in, in terms of dir: the go command, too, does not resolve
// symbolic links.
func topLevel(ctx context.Context, dir string) (string, error) {
	up, err := git(ctx, dir, "", "rev-parse", "--show-cdup")
	if err != nil {
		if strings.Contains(err.Error(), "not a git repository") {
			err = fmt.Errorf("%s is not in a git checkout; clone the repository there, or use -baseline, which needs no git", dir)
		}
		return "", err
	}
	physical, err := git(ctx, dir, "", "rev-parse", "--show-toplevel")
	if err != nil {
		return "", err
	}
	top := filepath.Join(dir, filepath.FromSlash(strings.TrimSuffix(up, "\n")))
	if !sameFile(top, filepath.FromSlash(strings.TrimSuffix(physical, "\n"))) {
		return "", fmt.Errorf("%s leads into the checkout by a symbolic link; work in %s", dir, strings.TrimSpace(physical))
	}
	return top, nil
}

func sameFile(a, b string) bool {
	x, err := os.Stat(a)
	if err != nil {
		return false
	}
	y, err := os.Stat(b)
	return err == nil && os.SameFile(x, y)
}

// mergeBase returns the commit at which the history of HEAD parted from that of ref.
func mergeBase(ctx context.Context, dir, ref string) (string, error) {
	if ref == "" || strings.HasPrefix(ref, "-") {
		return "", fmt.Errorf("%q is no commit", ref)
	}
	shallow, _, err := try(ctx, dir, "rev-parse", "--is-shallow-repository")
	if err != nil {
		return "", err
	}
	deepen := ""
	if shallow == "true" {
		deepen = " --unshallow"
	}
	for _, name := range []string{"HEAD", ref} {
		_, known, err := try(ctx, dir, "rev-parse", "--verify", "--quiet", name+"^{commit}")
		if err != nil {
			return "", err
		}
		switch {
		case known:
		case name == "HEAD":
			return "", errors.New("there is no commit yet: what is new begins with the first, run without -new-from until then")
		case !plainName.MatchString(ref):
			return "", fmt.Errorf("this clone has no commit %q; fetch it, or name another", ref)
		default:
			remote, refspec := fetchable(ctx, dir, ref)
			return "", fmt.Errorf("this clone has no commit %q; get it with `git fetch%s %s %s`", ref, deepen, remote, refspec)
		}
	}
	base, ok, err := try(ctx, dir, "merge-base", ref, "HEAD")
	switch {
	case err != nil:
		return "", err
	case ok && base != "":
		return base, nil
	case shallow == "true":
		return "", fmt.Errorf("this clone is shallow, so it does not tell where HEAD parted from %s; get the history with "+
			"`git fetch --unshallow`, or clone with all of it (actions/checkout: fetch-depth: 0)", ref)
	}
	return "", fmt.Errorf("HEAD and %s have no common history; name a commit that HEAD descends from", ref)
}

// plainName matches names that need no quotes in a command that people copy.
var plainName = regexp.MustCompile(`^\w[\w./-]*$`)

// fetchable returns what to ask of which remote so that ref is known afterwards.
func fetchable(ctx context.Context, dir, ref string) (remote, refspec string) {
	remotes, _, _ := try(ctx, dir, "remote")
	list := strings.Fields(remotes)
	for _, remote := range list {
		if branch, ok := strings.CutPrefix(ref, remote+"/"); ok {
			return remote, "+refs/heads/" + branch + ":refs/remotes/" + ref
		}
	}
	remote = "origin"
	if len(list) > 0 && !slices.Contains(list, remote) {
		remote = list[0]
	}
	if isHash(ref) {
		return remote, ref
	}
	return remote, ref + ":" + ref
}

func isHash(ref string) bool {
	return len(ref) >= 40 && strings.Trim(ref, "0123456789abcdef") == ""
}
