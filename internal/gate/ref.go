package gate

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// mergeBase returns the commit at which the history of HEAD parted from that of ref.
func (r *repository) mergeBase(ctx context.Context, ref string) (string, error) {
	if ref == "" || strings.HasPrefix(ref, "-") {
		return "", fmt.Errorf("%q is not a commit", ref)
	}
	shallow, _, err := r.try(ctx, "rev-parse", "--is-shallow-repository")
	if err != nil {
		return "", err
	}
	head, err := r.commit(ctx, "HEAD")
	switch {
	case err != nil:
		return "", err
	case head == "":
		return "", errors.New("there is no commit yet; run without -new-from until there is one")
	}
	commit, err := r.commit(ctx, ref)
	switch {
	case err != nil:
		return "", err
	case commit == "" && !plainName.MatchString(ref):
		return "", fmt.Errorf("this clone has no commit %q; fetch it, or name another", ref)
	case commit == "":
		deepen := ""
		if shallow == "true" {
			deepen = " --unshallow"
		}
		remote, refspec := r.fetchable(ctx, ref)
		return "", fmt.Errorf("this clone has no commit %q; get it with `git fetch%s %s %s`", ref, deepen, remote, refspec)
	}
	bases, ok, err := r.try(ctx, "merge-base", "--all", commit, head)
	switch {
	case err != nil:
		return "", err
	case ok && strings.Contains(bases, "\n"):
		return "", fmt.Errorf("HEAD and %s have several merge bases: %s; name one of them", ref,
			strings.Join(strings.Fields(bases), " "))
	case ok && bases != "":
		return bases, nil
	case shallow == "true":
		return "", fmt.Errorf("this clone is shallow, so the merge base with %s is not known; get the history with "+
			"`git fetch --unshallow`, or clone with all of it (actions/checkout: fetch-depth: 0)", ref)
	}
	return "", fmt.Errorf("HEAD and %s have no common history; name a commit that HEAD descends from", ref)
}

// commit returns the commit that name stands for, or nothing if there is none. It fails where a name stands for several: whoever may
// push a tag can call it origin/main, and git would take it for the branch.
func (r *repository) commit(ctx context.Context, name string) (string, error) {
	out, said, err := r.run(ctx, "", "rev-parse", "--verify", "--end-of-options", name+"^{commit}")
	if _, failed := errors.AsType[*gitError](err); failed {
		return "", nil
	}
	if strings.Contains(said, "is ambiguous") {
		return "", fmt.Errorf("%q is ambiguous, the name of more than one branch, tag or commit; put refs/heads/, refs/tags/ or refs/remotes/ before it", name)
	}
	return strings.TrimSpace(out), err
}

// plainName matches names that need no quotes in a command that people copy.
var plainName = regexp.MustCompile(`^\w[\w./-]*$`)

// fetchable returns what to ask of which remote so that ref is known afterwards.
func (r *repository) fetchable(ctx context.Context, ref string) (remote, refspec string) {
	remotes, _, _ := r.try(ctx, "remote")
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
