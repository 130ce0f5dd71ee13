package gate

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/transportlint/transportlint/internal/suggest"
)

// mergeBase returns the commit at which the history of HEAD parted from that of ref.
func (r *repository) mergeBase(ctx context.Context, ref string) (string, error) {
	if ref == "" || strings.HasPrefix(ref, "-") {
		return "", fmt.Errorf("%q is not a commit", ref)
	}
	if strings.HasPrefix(ref, ".") || strings.Contains(ref, "...") {
		return "", fmt.Errorf("%q names packages, and -new-from needs a commit, such as -new-from=main %[1]s", ref)
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
	case commit == "":
		return "", fmt.Errorf("this clone has no commit %q; %s", ref, r.advice(ctx, ref, shallow == "true"))
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

// tagName matches what is probably a tag.
var tagName = regexp.MustCompile(`^v?\d+(\.\d+)+`)

// maxTypos is how many letters of a name may be wrong for another one to be meant.
const maxTypos = 2

// advice says what to do about ref, which stands for no commit here: a name of this clone may be meant, or it may be fetched.
func (r *repository) advice(ctx context.Context, ref string, shallow bool) string {
	if !plainName.MatchString(ref) {
		return "fetch it, or name another"
	}
	remotes, _, _ := r.try(ctx, "remote")
	list := strings.Fields(remotes)
	of := "" // the remote that ref names
	for _, remote := range list {
		if strings.HasPrefix(ref, remote+"/") {
			of = remote
		}
	}
	if near := r.nearest(ctx, ref); near != "" && of == "" {
		return "did you mean " + near + "?"
	}
	if len(list) == 0 {
		return "it has no remote to fetch it from either, so name another"
	}
	remote := cmp.Or(of, "origin")
	if !slices.Contains(list, remote) {
		remote = list[0]
	}
	branch, _ := strings.CutPrefix(ref, of+"/")
	what := ref + ":" + ref
	switch {
	case of != "":
		what = "+refs/heads/" + branch + ":refs/remotes/" + ref
	case isHash(ref):
		what = ref
	case tagName.MatchString(ref):
		what = "tag " + ref
	}
	deepen := ""
	if shallow {
		deepen = " --unshallow"
	}
	return fmt.Sprintf("get it with `git fetch%s %s %s`", deepen, remote, what)
}

// nearest returns the branch or tag that was probably meant by ref, or nothing.
func (r *repository) nearest(ctx context.Context, ref string) string {
	out, _, _ := r.try(ctx, "for-each-ref", "--format=%(refname:lstrip=2)", "refs/heads", "refs/remotes", "refs/tags")
	names := slices.DeleteFunc(strings.Fields(out), func(name string) bool { return !plainName.MatchString(name) })
	for _, name := range names {
		if strings.HasSuffix(name, "/"+ref) { // as a remote has it
			return name
		}
	}
	return suggest.Nearest(ref, names, min(maxTypos, len(ref)/2))
}

func isHash(ref string) bool {
	return len(ref) >= 40 && strings.Trim(ref, "0123456789abcdef") == ""
}
