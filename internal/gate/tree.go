package gate

import (
	"bytes"
	"context"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// A tree is what a commit holds of code, with what its submodules hold. Names are relative to the top of the checkout, with slashes.
type tree struct {
	files   map[string]object
	links   map[string]string // what symbolic links lead to
	folders map[string]bool
	goFiles map[string][]string // names of Go files by folder
	closed  map[string]error    // submodules that cannot be looked into, and why
}

// submoduleMode is what git has for the mode of a submodule.
const submoduleMode = "160000"

// An object is the content of a file.
type object struct {
	repo *repository
	id   string
}

// readTree reads the tree of a commit.
func readTree(ctx context.Context, r *repository, commit string) (*tree, error) {
	t := newTree()
	if err := t.add(ctx, r, commit, "."); err != nil {
		return nil, err
	}
	t.index()
	return t, nil
}

func newTree() *tree {
	return &tree{files: make(map[string]object), links: make(map[string]string), folders: map[string]bool{".": true},
		goFiles: make(map[string][]string), closed: make(map[string]error)}
}

// hold notes the folders in which there is something of that name.
func (t *tree) hold(name string) {
	for dir := path.Dir(name); !t.folders[dir]; dir = path.Dir(dir) {
		t.folders[dir] = true
	}
}

// index lists what is in the folders.
func (t *tree) index() {
	for name := range t.files {
		t.list(name)
	}
	for name := range t.links {
		t.list(name)
	}
}

// add adds what r has of a commit, in the folder at.
func (t *tree) add(ctx context.Context, r *repository, commit, at string) error {
	list, err := r.git(ctx, "", "ls-tree", "-r", "-z", commit)
	if err != nil {
		return err
	}
	links := make(map[string]object)
	for line := range strings.SplitSeq(strings.TrimSuffix(list, "\x00"), "\x00") {
		// 100644 blob <object> TAB <name>
		head, name, found := strings.Cut(line, "\t")
		fields := strings.Fields(head)
		if line == "" {
			continue
		}
		if !found || len(fields) != 3 {
			return fmt.Errorf("git ls-tree: cannot read %q", line)
		}
		dir := filepath.Join(r.top, filepath.FromSlash(name))
		name = path.Join(at, name)
		t.hold(name)
		switch mode, id := fields[0], fields[2]; {
		case mode == submoduleMode:
			t.folders[name] = true
			if err := t.addSubmodule(ctx, dir, id, name); err != nil {
				t.closed[name] = err
			}
		case mode == "120000":
			links[name] = object{r, id}
		case matters(name):
			t.files[name] = object{r, id}
		}
	}
	targets, err := contents(ctx, links)
	for name, target := range targets {
		t.links[name] = string(target)
	}
	return err
}

// addSubmodule adds what the submodule that is checked out in dir held, if it knows that.
func (t *tree) addSubmodule(ctx context.Context, dir, commit, at string) error {
	if checkoutAround(dir) != dir {
		return errors.New("it is not checked out")
	}
	r, err := openRepository(ctx, dir)
	if err != nil {
		return err
	}
	_, known, err := r.try(ctx, "cat-file", "-e", commit+"^{commit}")
	switch {
	case err != nil:
		return err
	case !known:
		return fmt.Errorf("its clone lacks the commit %.10s, which git fetch may bring", commit)
	}
	return t.add(ctx, r, commit, at)
}

// list notes the name of a file that the go command may read.
func (t *tree) list(name string) {
	if base := path.Base(name); path.Ext(base) == ".go" && base[0] != '_' && base[0] != '.' {
		t.goFiles[path.Dir(name)] = append(t.goFiles[path.Dir(name)], base)
	}
}

// maxLinks bounds how many links are followed for one name, as by operating systems.
const maxLinks = 40

// resolve returns the name without links under which the commit holds the file of that name, and the links on the way. It reports false
// if they lead out of the checkout, or nowhere.
func (t *tree) resolve(name string) (resolved string, via []string, ok bool) {
	pending := strings.Split(name, "/")
	at := "."
	for len(pending) > 0 {
		step := pending[0]
		pending = pending[1:]
		switch step {
		case "", ".":
			continue
		case "..":
			if at == "." || !t.folders[at] {
				return "", via, false
			}
			at = path.Dir(at)
			continue
		}
		next := path.Join(at, step)
		target, isLink := t.links[next]
		if !isLink {
			at = next
			continue
		}
		via = append(via, next)
		if len(via) > maxLinks || target == "" || path.IsAbs(target) || filepath.IsAbs(filepath.FromSlash(target)) {
			return "", via, false
		}
		pending = slices.Concat(strings.Split(target, "/"), pending)
	}
	return at, via, true
}

// holds reports whether o is the content text. Carriage returns do not matter: git adds and removes them, and Go code has none.
func (o object) holds(text []byte) bool {
	return o.id == blobID(text, len(o.id)) ||
		bytes.Contains(text, []byte("\r\n")) && o.id == blobID(bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")), len(o.id))
}

// blobID returns git's name, of that many hexadecimal digits, for a file that holds text.
func blobID(text []byte, digits int) string {
	sum := sha1.New()
	if digits == 2*sha256.Size {
		sum = sha256.New()
	}
	fmt.Fprintf(sum, "blob %d\x00", len(text))
	sum.Write(text)
	return hex.EncodeToString(sum.Sum(nil))
}

// contents returns what the given objects hold.
func contents(ctx context.Context, objects map[string]object) (map[string][]byte, error) {
	names := make(map[*repository][]string)
	for name, o := range objects {
		names[o.repo] = append(names[o.repo], name)
	}
	texts := make(map[string][]byte)
	for r, names := range names {
		var ask strings.Builder
		for _, name := range names {
			fmt.Fprintln(&ask, objects[name].id)
		}
		out, err := r.git(ctx, ask.String(), "cat-file", "--batch")
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			// <object> blob <size> LF <content> LF, or <object> missing LF
			head, rest, _ := strings.Cut(out, "\n")
			fields := strings.Fields(head)
			if len(fields) != 3 {
				return nil, fmt.Errorf("git does not have the contents of %s (%s); clone without --filter, or repair the clone", name, head)
			}
			size, err := strconv.Atoi(fields[2])
			if err != nil || size < 0 || size+1 > len(rest) {
				return nil, errors.New("git cat-file: its output is cut off")
			}
			texts[name] = []byte(rest[:size])
			out = rest[size+1:]
		}
	}
	return texts, nil
}
