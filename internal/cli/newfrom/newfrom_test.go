// Package newfrom tests -new-from with the real command and the real git.
package newfrom

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/transportlint/transportlint/internal/cli"
	"github.com/transportlint/transportlint/internal/extent"
)

func TestMain(m *testing.M) { os.Exit(cli.Main(m)) }

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
	c := cli.NewCheckout(t, before)
	// What happens on main meanwhile is not this change's.
	c.Git("checkout", "-q", "main")
	c.Write("-- untouched/a.go --\npackage untouched\n-- pkg/a.go --\npackage pkg\n")
	c.Commit("on main")
	c.Git("checkout", "-q", "work")

	check := func(state string, want []string, known string, args ...string) {
		t.Helper()
		got := cli.Lint(t, c.Dir, append([]string{"-new-from=main"}, args...)...)
		if !slices.Equal(cli.Positions(got.Stdout), want) || !strings.Contains(got.Stderr, "; known: "+known+" at the merge base with main (") {
			t.Errorf("%s: want %s new and %s known, got %v", state, want, known, got)
		}
		if code := min(len(want), 1); got.Code != code {
			t.Errorf("%s: want exit %d, got %v", state, code, got)
		}
	}
	check("nothing", nil, "7", "./...")
	if err := os.Mkdir(filepath.Join(c.Dir, "elsewhere"), 0o755); err != nil {
		t.Fatal(err)
	}
	c.Git("mv", "renamed/a.go", "elsewhere/b.go")
	c.Write("-- readme.txt --\nNo code.\n")
	check("renamed", nil, "7", "./...")

	c.Write(after)
	want := []string{"above/a.go:6:11", "copied/a.go:5:11", "file/a.go:6:8", "gone/a.go:7:8", "more/a.go:5:49", "pkg/a.go:10:8"}
	check("not committed", want, "6", "./...")
	c.Commit("change")
	check("committed", want, "6", "./...")
	builds := []string{"always"}
	if extent.Full {
		builds = append(builds, "never")
		check("nothing compiled", want, "6", "-build=never", "./...")
	}
	check("a part", want[2:4], "0", "./file", "./gone", "./mended")

	// Of what is replaced by a folder, the folder is part of the change.
	c.Git("reset", "-q", "--hard", "HEAD^")
	c.Write("-- dep1/dep.go --\n-- dep1/other.go --\npackage dep\n\nimport \"net\"\n\nfunc Set(*net.Dialer) {}\n")
	for _, build := range builds {
		check("replaced, -build="+build, []string{"dependency/a.go:10:8"}, "7", "-build="+build, "./...")
	}
	c.Git("clean", "-q", "-f", "-d")
	c.Git("checkout", "-q", ".")

	// Module files say where packages come from, so they touch all of them.
	c.Write("-- go.mod --\n" + strings.ReplaceAll(strings.SplitN(before, "--", 4)[2], "./dep1", "./dep2"))
	check("dependency", []string{"dependency/a.go:10:8"}, "7", "./...")
}

// TestNewFromCauses: where the code of a finding is what it was, the change that it comes from is named.
func TestNewFromCauses(t *testing.T) {
	t.Parallel()
	c := cli.NewCheckout(t, `
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
	c.Write(`
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
	got := cli.Lint(t, c.Dir, "-new-from=main", "./...")
	if got.Code != 1 || !strings.Contains(got.Stderr, cause) || strings.Count(got.Stderr, "\n") != 2 {
		t.Errorf("want %q, got %v", cause, got)
	}

	text, err := os.ReadFile(filepath.Join(c.Dir, "api", "client.go"))
	if err != nil {
		t.Fatal(err)
	}
	c.Write("-- api/client.go --\n" + strings.ReplaceAll(string(text), "\td.Timeout = 1e9\n", ""))
	if got := cli.Lint(t, c.Dir, "-new-from=main", "./..."); got.Code != 1 || strings.Count(got.Stderr, "did not change") != 1 || !strings.Contains(got.Stderr, cause) {
		t.Errorf("beside a finding in what did change: %v", got)
	}

	c.Git("checkout", "-q", ".")
	c.Write("-- tune/tune.go --\n-- tune/new.go --\npackage tune\n\nimport \"net\"\n\nfunc Set(*net.Dialer) {}\n")
	if got := cli.Lint(t, c.Dir, "-new-from=main", "./..."); !strings.Contains(got.Stderr, "did: Set in tune/tune.go\n") {
		t.Errorf("what moved to another file: %v", got)
	}
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
			c := cli.NewCheckout(t, test.archive)
			if strings.HasPrefix(test.name, "moved to the root") {
				c.Git("mv", "sub/a", "a")
			}
			c.Write(test.change)
			patterns, env := []string{"./..."}, []string{"GOWORK="}
			switch test.name {
			case "vendored, not used":
				env = append(env, "GOFLAGS=-mod=mod")
			case "workspace":
				patterns = []string{"./a/...", "./b/..."}
			case "a module of its own now":
				patterns = []string{"-C=sub", "./..."}
			}
			got := cli.ExecuteIn(t, c.Dir, env, cli.Binary, append([]string{"-new-from=main"}, patterns...)...)
			if !slices.Equal(cli.Positions(got.Stdout), test.want) || !strings.Contains(got.Stderr, "; known: 1 at ") {
				t.Errorf("want %s new and 1 known, got %v", test.want, got)
			}
		})
	}
}

// Where it cannot be told what is new, nothing passes, and the message says what to do.
func TestNewFromMessages(t *testing.T) {
	t.Parallel()
	origin := cli.NewCheckout(t, cli.Clean)
	origin.Git("checkout", "-q", "--orphan", "other")
	origin.Commit("unrelated")
	origin.Git("checkout", "-q", "work")
	origin.Git("tag", "v1.0", "main")
	origin.Write("-- a/a.go --\npackage a\n\nimport \"net\"\n\nvar New = net.Dialer{}\n")
	origin.Commit("change")
	clone := func(args ...string) cli.Checkout {
		c := cli.At(t, t.TempDir())
		c.Git(append(append([]string{"clone", "-q"}, args...), "file:///"+strings.TrimPrefix(filepath.ToSlash(origin.Dir), "/"), ".")...)
		return c
	}
	for _, test := range []struct {
		name string
		c    cli.Checkout
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
		{"no repository", cli.At(t, cli.LayOut(t, cli.Clean)), "main", "is not in a git checkout"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			got := cli.Lint(t, test.c.Dir, "-new-from="+test.ref, "./...")
			if got.Code != 2 || got.Stdout != "" || !strings.HasPrefix(got.Stderr, "transportlint: -new-from="+test.ref+": ") ||
				!strings.Contains(got.Stderr, test.want) || strings.Count(got.Stderr, "\n") != 1 {
				t.Fatalf("want exit 2 and %q, got %v", test.want, got)
			}
			_, command, found := strings.Cut(got.Stderr, "`git ")
			if !found || test.c == origin {
				return
			}
			command, _, _ = strings.Cut(command, "`")
			cli.At(t, test.c.Dir).Git(strings.Fields(command)...)
			if got = cli.Lint(t, test.c.Dir, "-new-from="+test.ref, "./..."); got.Code != 1 || !slices.Equal(cli.Positions(got.Stdout), []string{"a/a.go:5:11"}) {
				t.Errorf("after git %s: %v", command, got)
			}
		})
	}

	// As much history as it takes is enough.
	if c := clone("--depth=2", "-b", "work"); !slices.Equal(cli.Positions(cli.Lint(t, c.Dir, "-new-from=HEAD^", "./...").Stdout), []string{"a/a.go:5:11"}) {
		t.Error("the last commit of two is not compared")
	}

	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	withoutGit := []string{"PATH=" + filepath.Join(strings.TrimSpace(string(goroot)), "bin")}
	if got := cli.ExecuteIn(t, origin.Dir, withoutGit, cli.Binary, "-new-from=main", "./..."); got.Code != 2 || !strings.Contains(got.Stderr, "git is not on PATH; install it") {
		t.Errorf("without git: %v", got)
	}
	if got := cli.Lint(t, origin.Dir, "-new-from=main", "a/a.go"); got.Code != 2 || !strings.Contains(got.Stderr, "name packages") {
		t.Errorf("with files: %v", got)
	}
	empty := cli.At(t, cli.LayOut(t, cli.Clean))
	empty.Git("init", "-q", "-b", "main")
	if got := cli.Lint(t, empty.Dir, "-new-from=HEAD", "./..."); got.Code != 2 || !strings.Contains(got.Stderr, "there is no commit yet") {
		t.Errorf("without a commit: %v", got)
	}
}

func TestNewFromSubmodule(t *testing.T) {
	t.Parallel()
	sub := cli.NewCheckout(t, "-- sub.go --\npackage sub\n\nimport \"net\"\n\nfunc Set(d *net.Dialer) { d.Timeout = 1e9 }\n")
	c := cli.NewCheckout(t, "-- go.mod --\nmodule example.com/m\n\ngo 1.26\n-- a/a.go --\npackage a\n\nimport (\n\t\"net\"\n\n\t\"example.com/m/sub\"\n)\n\n"+
		"func F() *net.Dialer {\n\td := &net.Dialer{}\n\tsub.Set(d)\n\treturn d\n}\n-- b/b.go --\npackage b\n")
	c.Git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", "file:///"+strings.TrimPrefix(filepath.ToSlash(sub.Dir), "/"), "sub")
	c.Commit("submodule")
	if got := cli.Lint(t, c.Dir, "-new-from=HEAD", "./..."); got.Code != 0 {
		t.Errorf("unchanged: %v", got)
	}
	inside := cli.At(t, filepath.Join(c.Dir, "sub"))
	inside.Write("-- sub.go --\npackage sub\n\nimport \"net\"\n\nfunc Set(d *net.Dialer) {}\n")
	worse := []string{"a/a.go:10:8"}
	if got := cli.Lint(t, c.Dir, "-new-from=HEAD", "./..."); got.Code != 1 || !slices.Equal(cli.Positions(got.Stdout), worse) {
		t.Errorf("dirty: %v", got)
	}
	inside.Commit("worse")
	inside.Git("push", "-q", "origin", "HEAD:refs/heads/worse")
	sub.Git("checkout", "-q", "worse")
	sub.Git("branch", "-q", "-D", "main", "work")
	c.Commit("moved")
	if got := cli.Lint(t, c.Dir, "-new-from=HEAD^", "./..."); got.Code != 1 || !slices.Equal(cli.Positions(got.Stdout), worse) {
		t.Errorf("moved: %v", got)
	}
	// A clone that has the submodule as it is, and not as it was.
	shallow := cli.At(t, t.TempDir())
	shallow.Git("-c", "protocol.file.allow=always", "clone", "-q", "--recurse-submodules", "--shallow-submodules", "file:///"+strings.TrimPrefix(filepath.ToSlash(c.Dir), "/"), ".")
	deep := cli.At(t, filepath.Join(shallow.Dir, "sub"))
	if out := deep.Git("rev-list", "--count", "HEAD"); out != "1" {
		t.Fatalf("the submodule has %s commits", out)
	}
	if got := cli.Lint(t, shallow.Dir, "-new-from=HEAD^", "./..."); got.Code != 2 || !strings.Contains(got.Stderr, "a git submodule that package example.com/m/sub is in: its clone lacks the commit") {
		t.Errorf("shallow: %v", got)
	}
	if got := cli.Lint(t, c.Dir, "-new-from=HEAD^", "./b"); got.Code != 0 {
		t.Errorf("not of concern: %v", got)
	}
}

// Checkouts come in kinds.
func TestNewFromKindsOfCheckouts(t *testing.T) {
	t.Parallel()
	old := "package a\n\nimport \"net\"\n\nvar Old = net.Dialer{}\n"
	fresh := strings.Replace(old, "Old", "New", 1)
	archive := cli.GoMod + "-- .gitignore --\n/bin/\n/node_modules/\n*.log\n-- a/a.go --\n" + old + "-- b/b.go --\npackage b\n-- b/b_test.go --\npackage b\n\nimport \"net\"\n\nvar inside = net.Dialer{}\n" +
		"-- b/x_test.go --\npackage b_test\n\nimport \"net\"\n\nvar outside = net.Dialer{}\n"
	check := func(t *testing.T, dir, known string, want []string, args ...string) {
		t.Helper()
		got := cli.Lint(t, dir, append([]string{"-new-from=main"}, args...)...)
		cli.NewFindings(t, strings.Join(args, " "), got, want...)
		if !strings.Contains(got.Stderr, "; known: "+known+" at ") || strings.Count(got.Stderr, "\n") != 1 {
			t.Errorf("want %s known and no more said, got %v", known, got)
		}
	}
	worse := []string{"a/new.go:5:11"}
	t.Run("build output", func(t *testing.T) {
		t.Parallel()
		c := cli.NewCheckout(t, archive)
		c.Write("-- bin/tool --\n#!\n-- node_modules/x/index.js --\nx\n-- x.log --\nlog\n-- a/new.go --\n" + fresh)
		check(t, c.Dir, "1", worse, "./...")
	})
	t.Run("worktree", func(t *testing.T) {
		t.Parallel()
		c := cli.NewCheckout(t, archive)
		tree := cli.At(t, filepath.Join(c.Dir, ".trees", "x")) // in the checkout, as some have them
		c.Git("worktree", "add", "-q", "-b", "tree", tree.Dir)
		tree.Write("-- a/new.go --\n" + fresh)
		check(t, tree.Dir, "1", worse, "./...")
		check(t, c.Dir, "1", nil, "./...")
	})
	t.Run("git directory elsewhere", func(t *testing.T) {
		t.Parallel()
		c := cli.NewCheckout(t, archive)
		c.Git("init", "-q", "--separate-git-dir", filepath.Join(t.TempDir(), "repo.git"))
		c.Write("-- a/new.go --\n" + fresh)
		check(t, c.Dir, "1", worse, "./...")
	})
	t.Run("sparse", func(t *testing.T) {
		t.Parallel()
		c := cli.NewCheckout(t, archive)
		c.Git("sparse-checkout", "set", "--cone", "a")
		c.Write("-- a/new.go --\n" + fresh)
		check(t, c.Dir, "1", worse, "./...")
	})
	t.Run("line ends", func(t *testing.T) {
		t.Parallel()
		c := cli.NewCheckout(t, archive)
		c.Git("config", "core.autocrlf", "true")
		c.Git("rm", "-q", "--cached", "-r", ".")
		c.Git("reset", "-q", "--hard")
		if text, err := os.ReadFile(filepath.Join(c.Dir, "a", "a.go")); err != nil || !strings.Contains(string(text), "\r\n") {
			t.Fatalf("%v in %q", err, text)
		}
		c.Write("-- a/new.go --\n" + fresh)
		check(t, c.Dir, "1", worse, "./...")
	})
	t.Run("SHA-256", func(t *testing.T) {
		t.Parallel()
		c := cli.At(t, cli.LayOut(t, archive))
		c.Git("init", "-q", "-b", "main", "--object-format=sha256")
		c.Commit("first")
		c.Write("-- a/new.go --\n" + fresh)
		check(t, c.Dir, "1", worse, "./...")
	})
	t.Run("tests", func(t *testing.T) {
		t.Parallel()
		c := cli.NewCheckout(t, archive)
		check(t, c.Dir, "3", nil, "-include-tests", "./...")
		c.Write("-- b/b_test.go --\n// Changed.\npackage b\n\nimport \"net\"\n\nvar inside = net.Dialer{}\n-- b/new_test.go --\npackage b_test\n\nimport \"net\"\n\nvar fresh = net.Dialer{}\n")
		check(t, c.Dir, "3", []string{"b/new_test.go:5:13"}, "-include-tests", "./...")
		check(t, c.Dir, "1", nil, "./...")
	})
	t.Run("a submodule that came", func(t *testing.T) {
		t.Parallel()
		sub := cli.NewCheckout(t, "-- sub.go --\npackage sub\n\nimport \"net\"\n\nvar New = net.Dialer{}\n")
		c := cli.NewCheckout(t, archive)
		c.Git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", sub.Dir, "sub")
		check(t, c.Dir, "1", []string{"sub/sub.go:5:11"}, "./...")
	})
	t.Run("files that are left out", func(t *testing.T) {
		t.Parallel()
		c := cli.NewCheckout(t, archive+"-- a/a_test.go --\npackage a\n-- a/a_plan9_test.go --\npackage a\n-- a/a_plan9.go --\npackage a\n-- a/_a.go --\npackage a\n-- a/.a.go --\nnone\n"+
			"-- a/gen.go --\n//go:build ignore\n\npackage main\n-- a/doc.go --\npackage documentation\n-- a/testdata/x.go --\nnone\n-- a/c.go --\npackage a\n\nimport \"C\"\n")
		check(t, c.Dir, "1", nil, "./...")
		c.Write("-- a/new.go --\n" + fresh)
		check(t, c.Dir, "1", worse, "./...")
	})
	t.Run("names", func(t *testing.T) {
		t.Parallel()
		c := cli.NewCheckout(t, archive)
		c.Write("-- a/\u00e9 '$x.go --\n" + strings.Replace(fresh, "New", "B", 1))
		check(t, c.Dir, "1", []string{"a/\u00e9 '$x.go:5:9"}, "./...")
	})
	t.Run("no repository", func(t *testing.T) {
		t.Parallel()
		c := cli.NewCheckout(t, archive)
		inner := filepath.Join(c.Dir, "a", ".git") // a .git that is none is no reason to look further up
		if err := os.Mkdir(inner, 0o755); err != nil {
			t.Fatal(err)
		}
		if got := cli.Lint(t, filepath.Join(c.Dir, "a"), "-new-from=main"); got.Code != 2 || !strings.Contains(got.Stderr, "git") {
			t.Errorf("%v", got)
		}
	})
	t.Run("somebody else's", func(t *testing.T) {
		t.Parallel()
		if os.Getuid() != 0 {
			t.Skip("only root can give files away")
		}
		c := cli.NewCheckout(t, archive)
		if err := os.Chown(filepath.Join(c.Dir, ".git"), 12345, 12345); err != nil {
			t.Skip(err)
		}
		if got := cli.Lint(t, c.Dir, "-new-from=main", "./..."); got.Code != 2 || !strings.Contains(got.Stderr, "safe.directory") {
			t.Errorf("%v", got)
		}
	})
	t.Run("partial", func(t *testing.T) {
		t.Parallel()
		origin := cli.NewCheckout(t, archive)
		origin.Git("config", "uploadpack.allowFilter", "true")
		origin.Write("-- a/a.go --\n// Changed.\n" + old)
		origin.Commit("change")
		c := cli.At(t, t.TempDir())
		c.Git("clone", "-q", "--filter=blob:none", "-b", "work", "file:///"+strings.TrimPrefix(filepath.ToSlash(origin.Dir), "/"), ".")
		got := cli.Lint(t, c.Dir, "-new-from=origin/main", "./...")
		if got.Code == 0 || !strings.Contains(got.Stderr, "--filter") {
			t.Errorf("%v", got)
		}
		c.Git("-c", "remote.origin.partialCloneFilter=", "fetch", "-q", "--refetch")
		got = cli.Lint(t, c.Dir, "-new-from=origin/main", "./...")
		cli.NewFindings(t, "as the message has it", got)
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
	c := cli.NewCheckout(t, strings.ReplaceAll(start, "USES", "one")+client("one")+client("two"))
	flags := []string{"-lambda-entry=example.com/m/platform.Run", "-disable=transport", "-new-from=main", "."}

	c.Git("mv", "one/client.go", "one/renamed.go")
	if got := cli.Lint(t, c.Dir, flags...); got.Code != 0 || !strings.Contains(got.Stderr, "; known: 1 at ") {
		t.Errorf("renamed: %v", got)
	}
	c.Git("reset", "-q", "--hard")
	c.Write(strings.ReplaceAll(start, "USES", "two"))
	if got := cli.Lint(t, c.Dir, flags...); got.Code != 1 || !strings.HasSuffix(got.Stdout, ") at two/client.go:5\n") {
		t.Errorf("another client: %v", got)
	}
}
