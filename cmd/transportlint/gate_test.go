package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// A checkout is a git repository with a branch main, and a branch work that parted from it and is checked out.
type checkout struct {
	t   *testing.T
	dir string
}

// newCheckout commits the files of archive to main, and parts work from it.
func newCheckout(t *testing.T, archive string) checkout {
	t.Helper()
	long(t)
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not available")
	}
	c := checkout{t, layOut(t, archive)}
	c.git("init", "-q", "-b", "main")
	c.commit("first")
	c.git("checkout", "-q", "-b", "work")
	return c
}

// git runs git, without the settings of this machine and user.
func (c checkout) git(args ...string) string {
	c.t.Helper()
	cmd := exec.Command("git", args...)
	cmd.Dir = c.dir
	cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1",
		"GIT_AUTHOR_NAME=a", "GIT_AUTHOR_EMAIL=a@example.com", "GIT_COMMITTER_NAME=a", "GIT_COMMITTER_EMAIL=a@example.com")
	out, err := cmd.CombinedOutput()
	if err != nil {
		c.t.Fatalf("git %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return strings.TrimSpace(string(out))
}

func (c checkout) commit(message string) {
	c.t.Helper()
	c.git("add", "-A")
	c.git("-c", "core.autocrlf=false", "commit", "-q", "--allow-empty", "-m", message)
}

// write writes the files of archive over those that are there. Empty ones are removed.
func (c checkout) write(archive string) {
	c.t.Helper()
	for _, f := range txtar.Parse([]byte(archive)).Files {
		name := filepath.Join(c.dir, filepath.FromSlash(f.Name))
		if len(f.Data) == 0 {
			if err := os.Remove(name); err != nil {
				c.t.Fatal(err)
			}
			_ = os.Remove(filepath.Dir(name)) // if it is empty now
			continue
		}
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			c.t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Data, 0o644); err != nil {
			c.t.Fatal(err)
		}
	}
}

// before and after are a change. A package of it is about one thing, and says what is new in it.
const before = `
-- go.mod --
module example.com/m

go 1.26

require example.com/dep v0.0.0

replace example.com/dep => ./dep1
-- dep1/go.mod --
module example.com/dep

go 1.26
-- dep1/dep.go --
package dep

import (
	"net"
	"time"
)

func Set(d *net.Dialer) { d.Timeout = time.Second }
-- dep2/go.mod --
module example.com/dep

go 1.26
-- dep2/dep.go --
package dep

import "net"

func Set(d *net.Dialer) {}
-- dependency/a.go --
package dependency

import (
	"net"

	"example.com/dep"
)

func F() *net.Dialer {
	d := &net.Dialer{}
	dep.Set(d)
	return d
}
-- untouched/a.go --
package untouched

import "net"

var Old = net.Dialer{}
-- lines/a.go --
package lines

import "net"

var Old = net.Dialer{}
-- renamed/a.go --
package renamed

import "net"

func init() {
	d := net.Dialer{}
	d.Dial("tcp", "localhost:1")
}
-- moved/a.go --
package moved

import "net"

var Old = net.Dialer{}
-- more/a.go --
package more

import "net"

func F() []net.Dialer { return []net.Dialer{{}} }
-- above/a.go --
package above

import "net"

func F() []*net.Dialer {
	old := &net.Dialer{}
	return []*net.Dialer{old}
}
-- file/a.go --
package file

import "net"

func F() *net.Dialer {
	d := &net.Dialer{}
	set(d)
	return d
}
-- file/set.go --
package file

import (
	"net"
	"time"
)

func set(d *net.Dialer) { d.Timeout = time.Second }
-- pkg/a.go --
package pkg

import (
	"net"

	"example.com/m/help"
)

func F() *net.Dialer {
	d := &net.Dialer{}
	help.Set(d)
	return d
}
-- help/help.go --
package help

import (
	"net"
	"time"
)

func Set(d *net.Dialer) { d.Timeout = time.Second }
-- gone/a.go --
package gone

import (
	"net"

	"example.com/m/gonehelp"
)

func F() *net.Dialer {
	d := &net.Dialer{}
	gonehelp.Set(d)
	return d
}
-- gonehelp/help.go --
package gonehelp

import "net"

func Set(d *net.Dialer) { d.Timeout = 1e9 }
-- mended/a.go --
package mended

import "net"

var D = net.Dialer{}
`

const after = `
-- lines/a.go --
package lines

import "net"

func First() {}

var (
	New = 1

	Old = net.Dialer{}
)
-- moved/a.go --
package moved
-- moved/b.go --
package moved

import "net"

var Old = net.Dialer{}
-- copied/a.go --
package copied

import "net"

var New = net.Dialer{}
-- more/a.go --
package more

import "net"

func F() []net.Dialer { return []net.Dialer{{}, {}} }
-- above/a.go --
package above

import "net"

func F() []*net.Dialer {
	more := &net.Dialer{}
	old := &net.Dialer{}
	return []*net.Dialer{more, old}
}
-- file/set.go --
-- file/other.go --
package file

import "net"

// Another file, in which the timeout is not set.

func set(d *net.Dialer) { d.KeepAlive = 1e9 }
-- help/help.go --
package help

import "net"

func Set(d *net.Dialer) {}
-- gonehelp/help.go --
-- gone/a.go --
package gone

import "net"

// F is at another line now.
func F() *net.Dialer {
	d := &net.Dialer{}
	return d
}
-- mended/a.go --
package mended

import "net"

var D = net.Dialer{Timeout: 1e9}
`

func TestNewFrom(t *testing.T) {
	t.Parallel()
	c := newCheckout(t, before)
	// What happens on main meanwhile is not this change's.
	c.git("checkout", "-q", "main")
	c.write("-- untouched/a.go --\npackage untouched\n-- pkg/a.go --\npackage pkg\n")
	c.commit("on main")
	c.git("checkout", "-q", "work")

	check := func(state string, want []string, known string, args ...string) {
		t.Helper()
		got := lint(t, c.dir, append([]string{"-new-from=main"}, args...)...)
		if !slices.Equal(positions(got.stdout), want) || !strings.Contains(got.stderr, "; known: "+known+" at the merge base with main (") {
			t.Errorf("%s: want %s new and %s known, got %v", state, want, known, got)
		}
		if code := min(len(want), 1); got.code != code {
			t.Errorf("%s: want exit %d, got %v", state, code, got)
		}
	}
	check("nothing", nil, "7", "./...")
	if err := os.Mkdir(filepath.Join(c.dir, "elsewhere"), 0o755); err != nil {
		t.Fatal(err)
	}
	c.git("mv", "renamed/a.go", "elsewhere/b.go")
	c.write("-- readme.txt --\nNo code.\n")
	check("renamed", nil, "7", "./...")

	c.write(after)
	want := []string{"above/a.go:6:11", "copied/a.go:5:11", "file/a.go:6:8", "gone/a.go:7:8", "more/a.go:5:49", "pkg/a.go:10:8"}
	check("not committed", want, "6", "./...")
	c.commit("change")
	check("committed", want, "6", "./...")
	check("nothing compiled", want, "6", "-build=never", "./...")
	check("a part", want[2:4], "0", "./file", "./gone", "./mended")

	// Of what is replaced by a folder, the folder is part of the change.
	c.git("reset", "-q", "--hard", "HEAD^")
	c.write("-- dep1/dep.go --\n-- dep1/other.go --\npackage dep\n\nimport \"net\"\n\nfunc Set(*net.Dialer) {}\n")
	for _, build := range []string{"always", "never"} {
		check("replaced, -build="+build, []string{"dependency/a.go:10:8"}, "7", "-build="+build, "./...")
	}
	c.git("clean", "-q", "-f", "-d")
	c.git("checkout", "-q", ".")

	// Module files say where packages come from, so they touch all of them.
	c.write("-- go.mod --\n" + strings.ReplaceAll(strings.SplitN(before, "--", 4)[2], "./dep1", "./dep2"))
	check("dependency", []string{"dependency/a.go:10:8"}, "7", "./...")
}

// TestNewFromCauses: where the code of a finding is what it was, the change that it comes from is named.
func TestNewFromCauses(t *testing.T) {
	t.Parallel()
	c := newCheckout(t, `
-- go.mod --
module example.com/m

go 1.26
-- api/client.go --
package api

import (
	"net"

	"example.com/m/tune"
)

func New() *net.Dialer {
	d := &net.Dialer{}
	tune.Set(d)
	return d
}

func Own() *net.Dialer {
	d := &net.Dialer{}
	d.Timeout = 1e9
	return d
}
-- tune/tune.go --
package tune

import "net"

func Set(d *net.Dialer) { d.Timeout = 1e9 }

func Other() int { return 1 }
-- apart/apart.go --
package apart

func F() {}
`)
	c.write(`
-- tune/tune.go --
package tune

import "net"

// Set does less.
func Set(d *net.Dialer) {}

func Other() int { return 2 }
-- apart/apart.go --
package apart

func F() { println() }
`)
	const cause = "transportlint: api/client.go:10 did not change, but what it depends on did: Set in tune/tune.go\n"
	got := lint(t, c.dir, "-new-from=main", "./...")
	if got.code != 1 || !strings.Contains(got.stderr, cause) || strings.Count(got.stderr, "\n") != 2 {
		t.Errorf("want %q, got %v", cause, got)
	}

	text, err := os.ReadFile(filepath.Join(c.dir, "api", "client.go"))
	if err != nil {
		t.Fatal(err)
	}
	c.write("-- api/client.go --\n" + strings.ReplaceAll(string(text), "\td.Timeout = 1e9\n", ""))
	if got := lint(t, c.dir, "-new-from=main", "./..."); got.code != 1 || strings.Count(got.stderr, "did not change") != 1 || !strings.Contains(got.stderr, cause) {
		t.Errorf("beside a finding in what did change: %v", got)
	}

	c.git("checkout", "-q", ".")
	c.write("-- tune/tune.go --\n-- tune/new.go --\npackage tune\n\nimport \"net\"\n\nfunc Set(*net.Dialer) {}\n")
	if got := lint(t, c.dir, "-new-from=main", "./..."); !strings.Contains(got.stderr, "did: Set in tune/tune.go\n") {
		t.Errorf("what moved to another file: %v", got)
	}
}

// positions returns where the findings of text output are.
func positions(stdout string) []string {
	var list []string
	for line := range strings.Lines(stdout) {
		place, _, _ := strings.Cut(line, ": ")
		list = append(list, place)
	}
	return list
}

func TestNewFromOtherModules(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name, archive, change string
		want                  []string
	}{
		{name: "vendored", archive: `
-- go.mod --
module example.com/m

go 1.26

require example.com/dep v1.0.0
-- vendor/modules.txt --
# example.com/dep v1.0.0
## explicit; go 1.26
example.com/dep
-- vendor/example.com/dep/dep.go --
package dep

import "net"

func Set(d *net.Dialer) { d.Timeout = 1e9 }
-- a/a.go --
package a

import (
	"net"

	"example.com/dep"
)

func New() *net.Dialer {
	d := &net.Dialer{}
	dep.Set(d)
	return d
}

func Old() *net.Dialer { return &net.Dialer{} }
`, change: `
-- go.mod --
module example.com/m

go 1.26

require example.com/dep v1.1.0
-- vendor/modules.txt --
# example.com/dep v1.1.0
## explicit; go 1.26
example.com/dep
-- vendor/example.com/dep/dep.go --
package dep

import "net"

func Set(d *net.Dialer) {}
`, want: []string{"a/a.go:10:8"}},
		{name: "vendored, not used", archive: `
-- go.mod --
module example.com/m

go 1.26

require example.com/dep v0.0.0

replace example.com/dep => ./dep1
-- vendor/modules.txt --
# example.com/dep v0.0.0 => ./dep1
## explicit; go 1.26
example.com/dep
# example.com/dep => ./dep1
-- vendor/example.com/dep/dep.go --
package dep
-- dep1/go.mod --
module example.com/dep

go 1.26
-- dep1/dep.go --
package dep

import "net"

func Set(d *net.Dialer) { d.Timeout = 1e9 }
-- dep2/go.mod --
module example.com/dep

go 1.26
-- dep2/dep.go --
package dep

import "net"

func Set(d *net.Dialer) {}
-- a/a.go --
package a

import (
	"net"

	"example.com/dep"
)

func New() *net.Dialer {
	d := &net.Dialer{}
	dep.Set(d)
	return d
}

func Old() *net.Dialer { return &net.Dialer{} }
`, change: `
-- go.mod --
module example.com/m

go 1.26

require example.com/dep v0.0.0

replace example.com/dep => ./dep2
-- vendor/modules.txt --
# example.com/dep v0.0.0 => ./dep2
## explicit; go 1.26
example.com/dep
# example.com/dep => ./dep2
`, want: []string{"a/a.go:10:8"}},
		{name: "workspace", archive: `
-- go.work --
go 1.26

use (
	./a
	./b
)
-- a/go.mod --
module example.com/a

go 1.26
-- a/a.go --
package a

import (
	"net"

	"example.com/b"
)

func New() *net.Dialer {
	d := &net.Dialer{}
	b.Set(d)
	return d
}

func Old() *net.Dialer { return &net.Dialer{} }
-- b/go.mod --
module example.com/b

go 1.26
-- b/b.go --
package b

import "net"

func Set(d *net.Dialer) { d.Timeout = 1e9 }
`, change: `
-- b/b.go --
-- b/c.go --
package b

import "net"

func Set(d *net.Dialer) {}
`, want: []string{"a/a.go:10:8"}},
		{name: "moved to the root", archive: `
-- sub/go.mod --
module example.com/m

go 1.26
-- sub/a/a.go --
package a

import "net"

var Old = net.Dialer{}
`, change: `
-- sub/go.mod --
-- go.mod --
module example.com/m

go 1.26
-- b/b.go --
package b

import "net"

var New = net.Dialer{}
`, want: []string{"b/b.go:5:11"}},
		{name: "moved to the root, and something stayed", archive: `
-- sub/go.mod --
module example.com/m

go 1.26
-- sub/readme.txt --
It stays.
-- sub/a/a.go --
package a

import "net"

var Old = net.Dialer{}
`, change: `
-- sub/go.mod --
-- go.mod --
module example.com/m

go 1.26
-- b/b.go --
package b

import "net"

var New = net.Dialer{}
`, want: []string{"b/b.go:5:11"}},
		{name: "a module of its own now", archive: `
-- go.mod --
module example.com/m

go 1.26
-- sub/a.go --
package sub

import "net"

var Old = net.Dialer{}
`, change: `
-- sub/go.mod --
module example.com/m/sub

go 1.26
-- sub/b.go --
package sub

import "net"

var New = net.Dialer{}
`, want: []string{"sub/b.go:5:11"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			c := newCheckout(t, test.archive)
			if strings.HasPrefix(test.name, "moved to the root") {
				c.git("mv", "sub/a", "a")
			}
			c.write(test.change)
			patterns, env := []string{"./..."}, []string{"GOWORK="}
			switch test.name {
			case "vendored, not used":
				env = append(env, "GOFLAGS=-mod=mod")
			case "workspace":
				patterns = []string{"./a/...", "./b/..."}
			case "a module of its own now":
				patterns = []string{"-C=sub", "./..."}
			}
			got := executeIn(t, c.dir, env, binary, append([]string{"-new-from=main"}, patterns...)...)
			if !slices.Equal(positions(got.stdout), test.want) || !strings.Contains(got.stderr, "; known: 1 at ") {
				t.Errorf("want %s new and 1 known, got %v", test.want, got)
			}
		})
	}
}

// Where it cannot be told what is new, nothing passes, and the message says what to do.
func TestNewFromMessages(t *testing.T) {
	t.Parallel()
	origin := newCheckout(t, clean)
	origin.git("checkout", "-q", "--orphan", "other")
	origin.commit("unrelated")
	origin.git("checkout", "-q", "work")
	origin.git("tag", "v1.0", "main")
	origin.write("-- a/a.go --\npackage a\n\nimport \"net\"\n\nvar New = net.Dialer{}\n")
	origin.commit("change")
	clone := func(args ...string) checkout {
		c := checkout{t, t.TempDir()}
		c.git(append(append([]string{"clone", "-q"}, args...), "file:///"+strings.TrimPrefix(filepath.ToSlash(origin.dir), "/"), ".")...)
		return c
	}
	for _, test := range []struct {
		name string
		c    checkout
		ref  string
		want string // in the message
	}{
		{"shallow", clone("--depth=1", "--no-single-branch", "-b", "work"), "origin/main", "fetch-depth: 0"},
		{"shallow, single branch", clone("--depth=1", "-b", "work"), "origin/main", `no commit "origin/main"`},
		{"single branch", clone("--single-branch", "-b", "work"), "origin/main", `no commit "origin/main"`},
		{"no local branch", clone("-b", "work"), "main", `no commit "main"; did you mean origin/main?`},
		{"a typo", origin, "mian", `no commit "mian"; did you mean main?`},
		{"a typo in a remote", clone("-b", "work"), "orihgin/main", `no commit "orihgin/main"; did you mean origin/main?`},
		{"no remote", origin, "release", `no commit "release"; it has no remote`},
		{"a tag", clone("--no-tags", "-b", "work"), "v1.0", "git fetch origin tag v1.0"},
		{"packages", origin, "./...", "-new-from needs a commit"},
		{"no such commit", origin, strings.Repeat("0", 40), "no commit"},
		{"unrelated", origin, "other", "no common history"},
		{"no name", origin, "main; x", `no commit "main; x"; fetch it`},
		{"a flag", origin, "--all", `"--all" is not a commit`},
		{"no repository", checkout{t, layOut(t, clean)}, "main", "is not in a git checkout"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			got := lint(t, test.c.dir, "-new-from="+test.ref, "./...")
			if got.code != 2 || got.stdout != "" || !strings.HasPrefix(got.stderr, "transportlint: -new-from="+test.ref+": ") ||
				!strings.Contains(got.stderr, test.want) || strings.Count(got.stderr, "\n") != 1 {
				t.Fatalf("want exit 2 and %q, got %v", test.want, got)
			}
			_, command, found := strings.Cut(got.stderr, "`git ")
			if !found || test.c == origin {
				return
			}
			command, _, _ = strings.Cut(command, "`")
			checkout{t, test.c.dir}.git(strings.Fields(command)...)
			if got = lint(t, test.c.dir, "-new-from="+test.ref, "./..."); got.code != 1 || !slices.Equal(positions(got.stdout), []string{"a/a.go:5:11"}) {
				t.Errorf("after git %s: %v", command, got)
			}
		})
	}

	// As much history as it takes is enough.
	if c := clone("--depth=2", "-b", "work"); !slices.Equal(positions(lint(t, c.dir, "-new-from=HEAD^", "./...").stdout), []string{"a/a.go:5:11"}) {
		t.Error("the last commit of two is not compared")
	}

	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	withoutGit := []string{"PATH=" + filepath.Join(strings.TrimSpace(string(goroot)), "bin")}
	if got := executeIn(t, origin.dir, withoutGit, binary, "-new-from=main", "./..."); got.code != 2 || !strings.Contains(got.stderr, "git is not on PATH; install it") {
		t.Errorf("without git: %v", got)
	}
	if got := lint(t, origin.dir, "-new-from=main", "a/a.go"); got.code != 2 || !strings.Contains(got.stderr, "name packages") {
		t.Errorf("with files: %v", got)
	}
	empty := checkout{t, layOut(t, clean)}
	empty.git("init", "-q", "-b", "main")
	if got := lint(t, empty.dir, "-new-from=HEAD", "./..."); got.code != 2 || !strings.Contains(got.stderr, "there is no commit yet") {
		t.Errorf("without a commit: %v", got)
	}
}

func TestNewFromSubmodule(t *testing.T) {
	t.Parallel()
	sub := newCheckout(t, "-- sub.go --\npackage sub\n\nimport \"net\"\n\nfunc Set(d *net.Dialer) { d.Timeout = 1e9 }\n")
	c := newCheckout(t, "-- go.mod --\nmodule example.com/m\n\ngo 1.26\n-- a/a.go --\npackage a\n\nimport (\n\t\"net\"\n\n\t\"example.com/m/sub\"\n)\n\n"+
		"func F() *net.Dialer {\n\td := &net.Dialer{}\n\tsub.Set(d)\n\treturn d\n}\n-- b/b.go --\npackage b\n")
	c.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", "file:///"+strings.TrimPrefix(filepath.ToSlash(sub.dir), "/"), "sub")
	c.commit("submodule")
	if got := lint(t, c.dir, "-new-from=HEAD", "./..."); got.code != 0 {
		t.Errorf("unchanged: %v", got)
	}
	inside := checkout{t, filepath.Join(c.dir, "sub")}
	inside.write("-- sub.go --\npackage sub\n\nimport \"net\"\n\nfunc Set(d *net.Dialer) {}\n")
	worse := []string{"a/a.go:10:8"}
	if got := lint(t, c.dir, "-new-from=HEAD", "./..."); got.code != 1 || !slices.Equal(positions(got.stdout), worse) {
		t.Errorf("dirty: %v", got)
	}
	inside.commit("worse")
	inside.git("push", "-q", "origin", "HEAD:refs/heads/worse")
	sub.git("checkout", "-q", "worse")
	sub.git("branch", "-q", "-D", "main", "work")
	c.commit("moved")
	if got := lint(t, c.dir, "-new-from=HEAD^", "./..."); got.code != 1 || !slices.Equal(positions(got.stdout), worse) {
		t.Errorf("moved: %v", got)
	}
	// A clone that has the submodule as it is, and not as it was.
	shallow := checkout{t, t.TempDir()}
	shallow.git("-c", "protocol.file.allow=always", "clone", "-q", "--recurse-submodules", "--shallow-submodules", "file:///"+strings.TrimPrefix(filepath.ToSlash(c.dir), "/"), ".")
	deep := checkout{t, filepath.Join(shallow.dir, "sub")}
	if out := deep.git("rev-list", "--count", "HEAD"); out != "1" {
		t.Fatalf("the submodule has %s commits", out)
	}
	if got := lint(t, shallow.dir, "-new-from=HEAD^", "./..."); got.code != 2 || !strings.Contains(got.stderr, "a git submodule that package example.com/m/sub is in: its clone lacks the commit") {
		t.Errorf("shallow: %v", got)
	}
	if got := lint(t, c.dir, "-new-from=HEAD^", "./b"); got.code != 0 {
		t.Errorf("not of concern: %v", got)
	}
}

// Checkouts come in kinds.
func TestNewFromKindsOfCheckouts(t *testing.T) {
	t.Parallel()
	old := "package a\n\nimport \"net\"\n\nvar Old = net.Dialer{}\n"
	fresh := strings.Replace(old, "Old", "New", 1)
	archive := goMod + "-- .gitignore --\n/bin/\n/node_modules/\n*.log\n-- a/a.go --\n" + old + "-- b/b.go --\npackage b\n-- b/b_test.go --\npackage b\n\nimport \"net\"\n\nvar inside = net.Dialer{}\n" +
		"-- b/x_test.go --\npackage b_test\n\nimport \"net\"\n\nvar outside = net.Dialer{}\n"
	check := func(t *testing.T, dir, known string, want []string, args ...string) {
		t.Helper()
		got := lint(t, dir, append([]string{"-new-from=main"}, args...)...)
		newFindings(t, strings.Join(args, " "), got, want...)
		if !strings.Contains(got.stderr, "; known: "+known+" at ") || strings.Count(got.stderr, "\n") != 1 {
			t.Errorf("want %s known and no more said, got %v", known, got)
		}
	}
	worse := []string{"a/new.go:5:11"}
	t.Run("build output", func(t *testing.T) {
		t.Parallel()
		c := newCheckout(t, archive)
		c.write("-- bin/tool --\n#!\n-- node_modules/x/index.js --\nx\n-- x.log --\nlog\n-- a/new.go --\n" + fresh)
		check(t, c.dir, "1", worse, "./...")
	})
	t.Run("worktree", func(t *testing.T) {
		t.Parallel()
		c := newCheckout(t, archive)
		tree := checkout{t, filepath.Join(c.dir, ".trees", "x")} // in the checkout, as some have them
		c.git("worktree", "add", "-q", "-b", "tree", tree.dir)
		tree.write("-- a/new.go --\n" + fresh)
		check(t, tree.dir, "1", worse, "./...")
		check(t, c.dir, "1", nil, "./...")
	})
	t.Run("git directory elsewhere", func(t *testing.T) {
		t.Parallel()
		c := newCheckout(t, archive)
		c.git("init", "-q", "--separate-git-dir", filepath.Join(t.TempDir(), "repo.git"))
		c.write("-- a/new.go --\n" + fresh)
		check(t, c.dir, "1", worse, "./...")
	})
	t.Run("sparse", func(t *testing.T) {
		t.Parallel()
		c := newCheckout(t, archive)
		c.git("sparse-checkout", "set", "--cone", "a")
		c.write("-- a/new.go --\n" + fresh)
		check(t, c.dir, "1", worse, "./...")
	})
	t.Run("line ends", func(t *testing.T) {
		t.Parallel()
		c := newCheckout(t, archive)
		c.git("config", "core.autocrlf", "true")
		c.git("rm", "-q", "--cached", "-r", ".")
		c.git("reset", "-q", "--hard")
		if text, err := os.ReadFile(filepath.Join(c.dir, "a", "a.go")); err != nil || !strings.Contains(string(text), "\r\n") {
			t.Fatalf("%v in %q", err, text)
		}
		c.write("-- a/new.go --\n" + fresh)
		check(t, c.dir, "1", worse, "./...")
	})
	t.Run("SHA-256", func(t *testing.T) {
		t.Parallel()
		c := checkout{t, layOut(t, archive)}
		c.git("init", "-q", "-b", "main", "--object-format=sha256")
		c.commit("first")
		c.write("-- a/new.go --\n" + fresh)
		check(t, c.dir, "1", worse, "./...")
	})
	t.Run("tests", func(t *testing.T) {
		t.Parallel()
		c := newCheckout(t, archive)
		check(t, c.dir, "3", nil, "-include-tests", "./...")
		c.write("-- b/b_test.go --\n// Changed.\npackage b\n\nimport \"net\"\n\nvar inside = net.Dialer{}\n-- b/new_test.go --\npackage b_test\n\nimport \"net\"\n\nvar fresh = net.Dialer{}\n")
		check(t, c.dir, "3", []string{"b/new_test.go:5:13"}, "-include-tests", "./...")
		check(t, c.dir, "1", nil, "./...")
	})
	t.Run("a submodule that came", func(t *testing.T) {
		t.Parallel()
		sub := newCheckout(t, "-- sub.go --\npackage sub\n\nimport \"net\"\n\nvar New = net.Dialer{}\n")
		c := newCheckout(t, archive)
		c.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", sub.dir, "sub")
		check(t, c.dir, "1", []string{"sub/sub.go:5:11"}, "./...")
	})
	t.Run("files that are left out", func(t *testing.T) {
		t.Parallel()
		c := newCheckout(t, archive+"-- a/a_test.go --\npackage a\n-- a/a_plan9_test.go --\npackage a\n-- a/a_plan9.go --\npackage a\n-- a/_a.go --\npackage a\n-- a/.a.go --\nnone\n"+
			"-- a/gen.go --\n//go:build ignore\n\npackage main\n-- a/doc.go --\npackage documentation\n-- a/testdata/x.go --\nnone\n-- a/c.go --\npackage a\n\nimport \"C\"\n")
		check(t, c.dir, "1", nil, "./...")
		c.write("-- a/new.go --\n" + fresh)
		check(t, c.dir, "1", worse, "./...")
	})
	t.Run("names", func(t *testing.T) {
		t.Parallel()
		c := newCheckout(t, archive)
		c.write("-- a/\u00e9 '$x.go --\n" + strings.Replace(fresh, "New", "B", 1))
		check(t, c.dir, "1", []string{"a/\u00e9 '$x.go:5:9"}, "./...")
	})
	t.Run("no repository", func(t *testing.T) {
		t.Parallel()
		c := newCheckout(t, archive)
		inner := filepath.Join(c.dir, "a", ".git") // a .git that is none is no reason to look further up
		if err := os.Mkdir(inner, 0o755); err != nil {
			t.Fatal(err)
		}
		if got := lint(t, filepath.Join(c.dir, "a"), "-new-from=main"); got.code != 2 || !strings.Contains(got.stderr, "git") {
			t.Errorf("%v", got)
		}
	})
	t.Run("somebody else's", func(t *testing.T) {
		t.Parallel()
		if os.Getuid() != 0 {
			t.Skip("only root can give files away")
		}
		c := newCheckout(t, archive)
		if err := os.Chown(filepath.Join(c.dir, ".git"), 12345, 12345); err != nil {
			t.Skip(err)
		}
		if got := lint(t, c.dir, "-new-from=main", "./..."); got.code != 2 || !strings.Contains(got.stderr, "safe.directory") {
			t.Errorf("%v", got)
		}
	})
	t.Run("partial", func(t *testing.T) {
		t.Parallel()
		origin := newCheckout(t, archive)
		origin.git("config", "uploadpack.allowFilter", "true")
		origin.write("-- a/a.go --\n// Changed.\n" + old)
		origin.commit("change")
		c := checkout{t, t.TempDir()}
		c.git("clone", "-q", "--filter=blob:none", "-b", "work", "file:///"+strings.TrimPrefix(filepath.ToSlash(origin.dir), "/"), ".")
		got := lint(t, c.dir, "-new-from=origin/main", "./...")
		if got.code == 0 || !strings.Contains(got.stderr, "--filter") {
			t.Errorf("%v", got)
		}
		c.git("-c", "remote.origin.partialCloneFilter=", "fetch", "-q", "--refetch")
		got = lint(t, c.dir, "-new-from=origin/main", "./...")
		newFindings(t, "as the message has it", got)
	})
}

// All clients that a Lambda function reaches are reported at one line. They are told apart by where they stand.
func TestNewFromLambda(t *testing.T) {
	t.Parallel()
	client := func(pkg string) string {
		return "-- " + pkg + "/client.go --\npackage " + pkg + "\n\nimport \"net/http\"\n\n" +
			"var client = &http.Client{Transport: &http.Transport{IdleConnTimeout: 0}}\n\nfunc Get() { client.Get(\"http://example.com\") }\n"
	}
	const start = "-- go.mod --\nmodule example.com/m\n\ngo 1.26\n-- platform/platform.go --\npackage platform\n\nfunc Run(handler func()) { handler() }\n" +
		"-- main.go --\npackage main\n\nimport (\n\t\"example.com/m/USES\"\n\t\"example.com/m/platform\"\n)\n\nfunc main() { platform.Run(func() { USES.Get() }) }\n"
	c := newCheckout(t, strings.ReplaceAll(start, "USES", "one")+client("one")+client("two"))
	flags := []string{"-lambda-entry=example.com/m/platform.Run", "-disable=transport", "-new-from=main", "."}

	c.git("mv", "one/client.go", "one/renamed.go")
	if got := lint(t, c.dir, flags...); got.code != 0 || !strings.Contains(got.stderr, "; known: 1 at ") {
		t.Errorf("renamed: %v", got)
	}
	c.git("reset", "-q", "--hard")
	c.write(strings.ReplaceAll(start, "USES", "two"))
	if got := lint(t, c.dir, flags...); got.code != 1 || !strings.HasSuffix(got.stdout, ") at two/client.go:5\n") {
		t.Errorf("another client: %v", got)
	}
}
