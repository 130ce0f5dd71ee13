// Package hostile tests what a checkout tries to make the command run, or to pass as old, with the real git. docs/security.md has the table.
package hostile

import (
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/transportlint/transportlint/internal/cli"
	"github.com/transportlint/transportlint/internal/extent"
)

func TestMain(m *testing.M) { os.Exit(cli.Main(m)) }

// A trap is a folder with programs that leave a trace when they run.
type trap struct {
	t   *testing.T
	dir string
}

func newTrap(t *testing.T) trap {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("the traps are shell scripts")
	}
	return trap{t, t.TempDir()}
}

// set makes a program of that name, and returns its path.
func (tr trap) set(name string) string {
	tr.t.Helper()
	path := filepath.Join(tr.dir, name)
	script := fmt.Sprintf("#!/bin/sh\necho \"$0 $*\" >>'%s'\nexit 1\n", filepath.Join(tr.dir, "trace"))
	if err := os.WriteFile(path, []byte(script), 0o755); err != nil {
		tr.t.Fatal(err)
	}
	return path
}

// env returns the environment in which the programs are found first.
func (tr trap) env() []string {
	return []string{"PATH=" + tr.dir + string(filepath.ListSeparator) + os.Getenv("PATH"), "GOTOOLCHAIN=", "GOPACKAGESDRIVER=", "GOENV=off"}
}

// sprung fails the test if one of the programs ran.
func (tr trap) sprung(got cli.Result) {
	tr.t.Helper()
	if trace, err := os.ReadFile(filepath.Join(tr.dir, "trace")); err == nil {
		tr.t.Errorf("it ran: %s%v", trace, got)
	}
}

// A folder can look like a repository from inside, and be part of a commit. git would take it for the repository.
func TestAttackRepositoryInCommit(t *testing.T) {
	t.Parallel()
	trap := newTrap(t)
	evil := trap.set("evil")
	c := cli.NewCheckout(t, "-- sub/go.mod --\nmodule example.com/m\n\ngo 1.26\n-- sub/a.go --\npackage a\n")
	c.Write("-- sub/a.go --\n" + cli.Dialer("a"))
	c.Commit("change")
	inner := cli.At(t, t.TempDir()) // all of it that is in the folder, with a past that has the finding
	inner.Git("init", "-q", "-b", "main")
	inner.Write("-- go.mod --\nmodule example.com/m\n\ngo 1.26\n-- a.go --\n" + cli.Dialer("a"))
	inner.Commit("first")
	inner.Git("config", "core.fsmonitor", evil)
	inner.Git("config", "core.bare", "false")
	inner.Git("config", "core.worktree", filepath.Join(c.Dir, "sub"))
	inner.Git("update-ref", "refs/remotes/origin/main", "main")
	for _, name := range []string{"HEAD", "config", "objects", "refs", "index"} {
		if err := os.Rename(filepath.Join(inner.Dir, ".git", name), filepath.Join(c.Dir, "sub", name)); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"heads", "remotes", "tags"} {
		if err := os.MkdirAll(filepath.Join(c.Dir, "sub", "refs", name), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	c.Commit("a repository in the commit")
	c.Git("update-ref", "refs/remotes/origin/main", "main")
	got := cli.ExecuteIn(t, c.Dir, trap.env(), cli.Binary, "-C=sub", "-new-from=origin/main", "./...")
	cli.NewFindings(t, "-C", got, "sub/a.go:5:9")
	trap.sprung(got)
	got = cli.ExecuteIn(t, filepath.Join(c.Dir, "sub"), trap.env(), cli.Binary, "-new-from=origin/main", "./...")
	cli.NewFindings(t, "inside", got, "a.go:5:9")
	trap.sprung(got)

	// A .git cannot be part of a commit, but a step before may have unpacked something. One that leads into the checkout is refused.
	c.Write("-- sub/.git --\ngitdir: ../sub\n")
	got = cli.ExecuteIn(t, c.Dir, trap.env(), cli.Binary, "-C=sub", "-new-from=origin/main", "./...")
	if got.Code != 2 || !strings.Contains(got.Stderr, "which is part of a checkout") {
		t.Errorf("a .git that leads into the checkout: %v", got)
	}
	if err := os.Remove(filepath.Join(c.Dir, "sub", ".git")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(".", filepath.Join(c.Dir, "sub", ".git")); err != nil {
		t.Skip(err)
	}
	got = cli.ExecuteIn(t, c.Dir, trap.env(), cli.Binary, "-C=sub", "-new-from=origin/main", "./...")
	if got.Code != 2 || !strings.Contains(got.Stderr, "which is part of a checkout") {
		t.Errorf("a .git that is a link into the checkout: %v", got)
	}
}

// Some users include a file of the checkout in their configuration. git has many settings that name programs.
func TestAttackConfiguration(t *testing.T) {
	t.Parallel()
	trap := newTrap(t)
	evil := trap.set("evil")
	c := cli.NewCheckout(t, cli.GoMod+"-- .gitconfig --\n# none yet\n-- old/old.go --\n"+cli.Dialer("old")+"-- moved/moved.go --\n"+cli.Dialer("moved"))
	c.Git("config", "include.path", "../.gitconfig")
	hooks := filepath.Join(c.Dir, "hooks")
	if err := os.Mkdir(hooks, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, hook := range []string{"post-index-change", "fsmonitor-watchman", "reference-transaction", "post-checkout"} {
		if err := os.Symlink(evil, filepath.Join(hooks, hook)); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.MkdirAll(filepath.Join(c.Dir, "elsewhere"), 0o755); err != nil {
		t.Fatal(err)
	}
	c.Git("mv", "moved/moved.go", "elsewhere/moved.go")
	c.Write("-- old/old.go --\n// Changed.\n" + cli.Dialer("old") + `-- .gitattributes --
*.go filter=evil diff=evil merge=evil ident working-tree-encoding=UTF-16
-- .gitconfig --
[core]
	fsmonitor = EVIL
	hooksPath = hooks
	sshCommand = EVIL
	pager = EVIL
	editor = EVIL
	askPass = EVIL
	gitProxy = EVIL
	alternateRefsCommand = EVIL
	worktree = /
	bare = true
	untrackedCache = true
	splitIndex = true
[diff]
	external = EVIL
	renames = false
	renameLimit = 1
	ignoreSubmodules = all
[diff "evil"]
	command = EVIL
	textconv = EVIL
[filter "evil"]
	clean = EVIL
	smudge = EVIL
	process = EVIL
	required = true
[merge "evil"]
	driver = EVIL
[alias]
	ls-tree = !EVIL
	ls-files = !EVIL
	rev-parse = !EVIL
	cat-file = !EVIL
[pager]
	ls-tree = EVIL
	rev-parse = EVIL
[credential]
	helper = !EVIL
[gpg]
	program = EVIL
[protocol]
	allow = always
[protocol "ext"]
	allow = always
[extensions]
	partialClone = origin
[remote "origin"]
	url = ext::EVIL
	promisor = true
	uploadpack = EVIL
	vcs = evil
[uploadpack]
	packObjectsHook = EVIL
[trace2]
	eventTarget = TRACE
	normalTarget = TRACE
[advice]
	detachedHead = true
`)
	config := filepath.Join(c.Dir, ".gitconfig")
	text, err := os.ReadFile(config)
	if err != nil {
		t.Fatal(err)
	}
	text = []byte(strings.NewReplacer("EVIL", evil, "TRACE", filepath.Join(trap.dir, "trace")).Replace(string(text)))
	if err := os.WriteFile(config, text, 0o644); err != nil {
		t.Fatal(err)
	}
	got := cli.ExecuteIn(t, c.Dir, append(trap.env(), "GIT_TRACE="+filepath.Join(trap.dir, "trace"), "GIT_EXTERNAL_DIFF="+evil, "GIT_DIR="+trap.dir,
		"GIT_INDEX_FILE="+filepath.Join(trap.dir, "index"), "GIT_OBJECT_DIRECTORY="+trap.dir, "GIT_WORK_TREE=/", "GIT_NAMESPACE=x", "GIT_EXEC_PATH="+trap.dir),
		cli.Binary, "-new-from=main", "./...")
	cli.NewFindings(t, "an included configuration", got)
	if !strings.Contains(got.Stderr, "; known: 2 at ") {
		t.Errorf("%v", got)
	}
	trap.sprung(got)

	// An object that is missing is not fetched, for that asks a server of somebody's choice.
	blob := c.Git("-c", "core.bare=false", "-c", "core.worktree="+c.Dir, "rev-parse", "main:old/old.go")
	if err := os.Remove(filepath.Join(c.Dir, ".git", "objects", blob[:2], blob[2:])); err != nil {
		t.Fatal(err)
	}
	got = cli.ExecuteIn(t, c.Dir, trap.env(), cli.Binary, "-new-from=main", "./...")
	if got.Code == 0 {
		t.Errorf("an object is missing: %v", got)
	}
	trap.sprung(got)
}

// Whoever may push a tag can call it origin/main, and git prefers tags.
func TestAttackNames(t *testing.T) {
	t.Parallel()
	c := cli.NewCheckout(t, cli.GoMod+"-- a/a.go --\npackage a\n")
	c.Git("update-ref", "refs/remotes/origin/main", "main")
	c.Write("-- a/a.go --\n" + cli.Dialer("a"))
	c.Commit("change")
	cli.NewFindings(t, "no tag", cli.Lint(t, c.Dir, "-new-from=origin/main", "./..."), "a/a.go:5:9")
	c.Git("tag", "origin/main")
	got := cli.Lint(t, c.Dir, "-new-from=origin/main", "./...")
	if got.Code != 2 || !strings.Contains(got.Stderr, `"origin/main" is ambiguous`) {
		t.Errorf("a tag: %v", got)
	}
	c.Git("config", "core.warnAmbiguousRefs", "false")
	if got := cli.Lint(t, c.Dir, "-new-from=origin/main", "./..."); got.Code != 2 {
		t.Errorf("a tag, and no warning wanted: %v", got)
	}
	cli.NewFindings(t, "all of the name", cli.Lint(t, c.Dir, "-new-from=refs/remotes/origin/main", "./..."), "a/a.go:5:9")
	short := c.Git("rev-parse", "--short=8", "main")
	cli.NewFindings(t, "a commit", cli.Lint(t, c.Dir, "-new-from="+short, "./..."), "a/a.go:5:9")
	c.Git("tag", short)
	if got := cli.Lint(t, c.Dir, "-new-from="+short, "./..."); got.Code != 2 || !strings.Contains(got.Stderr, "is ambiguous") {
		t.Errorf("a tag that is called like a commit: %v", got)
	}

	// Replacements and grafts are views of one's own, and rewrite the past.
	c.Git("replace", "main", "work")
	cli.NewFindings(t, "replaced", cli.Lint(t, c.Dir, "-new-from=refs/remotes/origin/main", "./..."), "a/a.go:5:9")
	c.Git("replace", "-d", c.Git("rev-parse", "main"))
	tree, was := c.Git("rev-parse", "work:a/a.go"), c.Git("rev-parse", "main:a/a.go")
	c.Git("replace", was, tree)
	cli.NewFindings(t, "a replaced file", cli.Lint(t, c.Dir, "-new-from=refs/remotes/origin/main", "./..."), "a/a.go:5:9")

	// Histories that cross leave several commits to compare with.
	c = cli.NewCheckout(t, cli.GoMod+"-- a/a.go --\n"+cli.Dialer("a"))
	c.Git("checkout", "-q", "main")
	c.Write("-- a/a.go --\npackage a\n")
	c.Commit("mended")
	mended := c.Git("rev-parse", "HEAD")
	c.Git("checkout", "-q", "work")
	c.Commit("anything")
	anything := c.Git("rev-parse", "HEAD")
	c.Git("merge", "-q", "-s", "ours", "-m", "keeps the finding", mended)
	c.Git("checkout", "-q", "main")
	c.Git("merge", "-q", "-s", "ours", "-m", "keeps it mended", anything)
	c.Git("checkout", "-q", "work")
	if got := cli.Lint(t, c.Dir, "-new-from=main", "./..."); got.Code != 2 || !strings.Contains(got.Stderr, "HEAD and main have several merge bases") {
		t.Errorf("crossed histories: %v", got)
	}
}

// A file that is reached by a link has two names, of which git knows one.
func TestAttackLinks(t *testing.T) {
	t.Parallel()
	const set, forget = "package real\n\nimport \"net\"\n\nfunc Set(d *net.Dialer) { d.Timeout = 1e9 }\n", "package real\n\nimport \"net\"\n\nfunc Set(d *net.Dialer) {}\n"
	const user = "-- a/a.go --\npackage a\n\nimport (\n\t\"net\"\n\n\treal \"example.com/m/link\"\n)\n\nfunc F() *net.Dialer {\n\td := &net.Dialer{}\n\treal.Set(d)\n\treturn d\n}\n\nfunc Old() *net.Dialer { return &net.Dialer{} }\n"
	for _, test := range []struct {
		name, archive string
		links         map[string]string // at the base
		change        string
		now           map[string]string // links
		patterns      []string
		want          []string
		known         string
	}{
		{"a folder", cli.GoMod + "-- real/a.go --\npackage real\n", map[string]string{"link": "real"},
			"-- real/a.go --\n" + cli.Dialer("real"), nil, []string{"./link"}, []string{"link/a.go:5:9"}, "0"},
		{"a folder, known", cli.GoMod + "-- real/a.go --\n" + cli.Dialer("real"), map[string]string{"link": "real"},
			"-- real/a.go --\n// Changed.\n" + cli.Dialer("real"), nil, []string{"./link"}, nil, "1"},
		{"a file", cli.GoMod + "-- _shared/x.go --\npackage p\n-- p/p.go --\npackage p\n", map[string]string{"p/x.go": "../_shared/x.go"},
			"-- _shared/x.go --\n" + cli.Dialer("p"), nil, []string{"./p"}, []string{"p/x.go:5:9"}, "0"},
		{"a file, known", cli.GoMod + "-- _shared/x.go --\n" + cli.Dialer("p") + "-- p/p.go --\npackage p\n", map[string]string{"p/x.go": "../_shared/x.go"},
			"-- _shared/x.go --\n// Changed.\n" + cli.Dialer("p"), nil, []string{"./p"}, nil, "1"},
		{"a helper", cli.GoMod + "-- real/a.go --\n" + set + user, map[string]string{"link": "real"},
			"-- real/a.go --\n" + forget, nil, []string{"./a"}, []string{"a/a.go:10:8"}, "1"},
		{"a helper, in a file that came", cli.GoMod + "-- real/a.go --\n" + set + user, map[string]string{"link": "real"},
			"-- real/a.go --\n-- real/b.go --\n" + forget, nil, []string{"./a"}, []string{"a/a.go:10:8"}, "1"},
		{"a link that leads elsewhere", cli.GoMod + "-- real/a.go --\n" + set + "-- weak/a.go --\n" + forget + user, map[string]string{"link": "real"},
			"", map[string]string{"link": "weak"}, []string{"./a"}, []string{"a/a.go:10:8"}, "1"},
		{"links to links", cli.GoMod + "-- real/a.go --\n" + set + "-- weak/a.go --\n" + forget + user, map[string]string{"link": "deep/link", "deep/link": "../hop", "hop": "real"},
			"", map[string]string{"hop": "weak"}, []string{"./a"}, []string{"a/a.go:10:8"}, "1"},
		{"a link in a folder that a link leads to", cli.GoMod + "-- real/a.go --\n" + set + "-- weak/a.go --\n" + forget + strings.Replace(user, "m/link", "m/top/inner", 1), map[string]string{"top": "middle", "middle/inner": "../real"},
			"", map[string]string{"middle/inner": "../weak"}, []string{"./a"}, []string{"a/a.go:10:8", "a/a.go:15:34"}, "0"},
		{"a folder became a link", cli.GoMod + "-- weak/a.go --\n" + forget + "-- link/a.go --\n" + set + user, nil,
			"-- link/a.go --\n", map[string]string{"link": "weak"}, []string{"./a"}, []string{"a/a.go:10:8"}, "1"},
		{"a link became a folder", cli.GoMod + "-- real/a.go --\n" + set + user, map[string]string{"link": "real"},
			"", map[string]string{"link": ""}, []string{"./a"}, []string{"a/a.go:10:8"}, "1"},
		{"a module", "-- go.mod --\nmodule example.com/m\n\ngo 1.26\n\nrequire example.com/m/link v0.0.0\n\nreplace example.com/m/link => ./link\n-- real/go.mod --\nmodule example.com/m/link\n\ngo 1.26\n-- real/a.go --\n" + set + user,
			map[string]string{"link": "real"}, "-- real/a.go --\n" + forget, nil, []string{"./a"}, []string{"a/a.go:10:8"}, "1"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			c := cli.NewCheckout(t, test.archive)
			link := func(links map[string]string) {
				for name, target := range links {
					path := filepath.Join(c.Dir, name)
					_ = os.Remove(path)
					if target == "" {
						c.Write("-- " + name + "/a.go --\n" + forget)
						continue
					}
					if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
						t.Fatal(err)
					}
					if err := os.Symlink(target, path); err != nil {
						t.Skip(err)
					}
				}
			}
			c.Git("checkout", "-q", "main")
			link(test.links)
			c.Commit("links")
			c.Git("checkout", "-q", "-B", "work")
			builds := []string{"auto"}
			if extent.Full {
				cli.NewFindings(t, "unchanged", cli.Lint(t, c.Dir, append([]string{"-new-from=main"}, test.patterns...)...))
				builds = append(builds, "never")
			}
			c.Write(test.change)
			link(test.now)
			for i, build := range builds {
				if i > 0 {
					c.Commit("change")
				}
				got := cli.Lint(t, c.Dir, append([]string{"-new-from=main", "-build=" + build}, test.patterns...)...)
				cli.NewFindings(t, "-build="+build, got, test.want...)
				if !strings.Contains(got.Stderr, "; known: "+test.known+" at ") {
					t.Errorf("want %s known, got %v", test.known, got)
				}
			}
		})
	}
}

// What git does not list may have changed as much as what it does.
func TestAttackUnlisted(t *testing.T) {
	t.Parallel()
	const helper = "package %s\n\nimport \"net\"\n\nfunc Set(d *net.Dialer) {%s}\n"
	set := func(pkg string) string { return fmt.Sprintf(helper, pkg, " d.Timeout = 1e9 ") }
	forget := func(pkg string) string { return fmt.Sprintf(helper, pkg, "") }
	user := func(path string) string {
		return "-- a/a.go --\npackage a\n\nimport (\n\t\"net\"\n\n\thelp \"" + path + "\"\n)\n\nfunc F() *net.Dialer {\n\td := &net.Dialer{}\n\thelp.Set(d)\n\treturn d\n}\n\nfunc Old() *net.Dialer { return &net.Dialer{} }\n"
	}
	worse := []string{"a/a.go:10:8"}
	check := func(t *testing.T, what string, c cli.Checkout, known string, want ...string) {
		t.Helper()
		got := cli.Lint(t, c.Dir, "-new-from=main", "./...")
		cli.NewFindings(t, what, got, want...)
		if !strings.Contains(got.Stderr, "; known: "+known+" at ") {
			t.Errorf("%s: want %s known, got %v", what, known, got)
		}
	}

	t.Run("ignored file", func(t *testing.T) {
		t.Parallel()
		c := cli.NewCheckout(t, cli.GoMod+"-- .gitignore --\n*.gen.go\n-- p/p.go --\npackage p\n-- q/q.go --\n"+cli.Dialer("q"))
		c.Write("-- p/x.gen.go --\n" + cli.Dialer("p"))
		check(t, "generated", c, "1", "p/x.gen.go:5:9")
	})
	t.Run("ignored package", func(t *testing.T) {
		t.Parallel()
		c := cli.NewCheckout(t, cli.GoMod+"-- .gitignore --\n/gen/\n"+user("example.com/m/gen"))
		c.Write("-- gen/gen.go --\n" + forget("gen"))
		check(t, "a helper that may have been better", c, "1", worse...)
		c.Write("-- gen/gen.go --\n" + set("gen"))
		got := cli.Lint(t, c.Dir, "-new-from=main", "./...")
		cli.NewFindings(t, "a helper that is good", got)
		if !strings.Contains(got.Stderr, "transportlint: gen is not in git, so ") {
			t.Errorf("it is silent about what it did not look into: %v", got)
		}
	})
	t.Run("ignored vendor folder", func(t *testing.T) {
		t.Parallel()
		c := cli.NewCheckout(t, "-- go.mod --\nmodule example.com/m\n\ngo 1.26\n\nrequire example.com/dep v1.0.0\n-- .gitignore --\nvendor\n"+user("example.com/dep"))
		c.Write("-- vendor/modules.txt --\n# example.com/dep v1.0.0\n## explicit; go 1.26\nexample.com/dep\n-- vendor/example.com/dep/dep.go --\n" + forget("dep"))
		check(t, "vendored", c, "1", worse...)
		c.Write("-- vendor/example.com/dep/dep.go --\n" + set("dep"))
		check(t, "vendored, and good", c, "1")
	})
	t.Run("excluded by the user", func(t *testing.T) {
		t.Parallel()
		c := cli.NewCheckout(t, cli.GoMod+"-- p/p.go --\npackage p\n")
		exclude := filepath.Join(t.TempDir(), "exclude")
		if err := os.WriteFile(exclude, []byte("*.go\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		c.Git("config", "core.excludesFile", exclude)
		c.Write("-- p/x.go --\n" + cli.Dialer("p"))
		check(t, "core.excludesFile", c, "0", "p/x.go:5:9")
	})
	t.Run("nested repository", func(t *testing.T) {
		t.Parallel()
		c := cli.NewCheckout(t, cli.GoMod+user("example.com/m/nested"))
		nested := cli.At(t, filepath.Join(c.Dir, "nested"))
		nested.Write("-- nested.go --\n" + forget("nested"))
		nested.Git("init", "-q")
		check(t, "without a commit", c, "1", worse...)
		nested.Commit("first")
		check(t, "with a commit", c, "1", worse...)
	})
	t.Run("ignored in a submodule", func(t *testing.T) {
		t.Parallel()
		sub := cli.NewCheckout(t, "-- .gitignore --\n*.gen.go\n-- sub.go --\npackage sub\n")
		c := cli.NewCheckout(t, cli.GoMod+"-- p/p.go --\npackage p\n")
		c.Git("checkout", "-q", "main")
		c.Git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", sub.Dir, "sub")
		c.Commit("submodule")
		c.Git("checkout", "-q", "-B", "work")
		check(t, "nothing", c, "0")
		c.Write("-- sub/x.gen.go --\n" + cli.Dialer("sub"))
		check(t, "generated", c, "0", "sub/x.gen.go:5:9")
	})
	for _, bit := range []string{"--assume-unchanged", "--skip-worktree"} {
		t.Run(bit, func(t *testing.T) {
			t.Parallel()
			c := cli.NewCheckout(t, cli.GoMod+"-- help/help.go --\n"+set("help")+user("example.com/m/help"))
			c.Git("update-index", bit, "help/help.go")
			c.Write("-- help/help.go --\n" + forget("help"))
			check(t, "changed", c, "1", worse...)
		})
	}
	t.Run("the same size and time", func(t *testing.T) { // git's index goes by these
		t.Parallel()
		c := cli.NewCheckout(t, cli.GoMod+"-- help/help.go --\n"+set("help")+user("example.com/m/help"))
		name := filepath.Join(c.Dir, "help", "help.go")
		info, err := os.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		c.Git("config", "core.trustctime", "false")
		c.Git("config", "core.checkStat", "minimal")
		c.Git("update-index", "--refresh")
		c.Write("-- help/help.go --\n" + strings.Replace(set("help"), "d.Timeout = 1e9", "_ = d.Timeout  ", 1))
		if err := os.Chtimes(name, info.ModTime(), info.ModTime()); err != nil {
			t.Fatal(err)
		}
		check(t, "changed", c, "1", worse...)
	})
	t.Run("a module cache in the checkout", func(t *testing.T) {
		t.Parallel()
		c := cli.NewCheckout(t, "-- go.mod --\nmodule example.com/m\n\ngo 1.26\n\nrequire example.com/dep v1.0.0\n-- go.sum --\n"+user("example.com/dep"))
		dep := func(help string) string {
			return "-- .go/pkg/mod/example.com/dep@v1.0.0/go.mod --\nmodule example.com/dep\n\ngo 1.26\n-- .go/pkg/mod/example.com/dep@v1.0.0/dep.go --\n" + help +
				"-- .go/pkg/mod/cache/download/example.com/dep/@v/v1.0.0.mod --\nmodule example.com/dep\n\ngo 1.26\n" +
				"-- .go/pkg/mod/cache/download/example.com/dep/@v/v1.0.0.info --\n{\"Version\":\"v1.0.0\"}\n" +
				"-- .go/pkg/mod/cache/download/example.com/dep/@v/v1.0.0.ziphash --\nh1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n" +
				"-- .go/pkg/mod/cache/download/example.com/dep/@v/v1.0.0.zip --\nno zip\n"
		}
		env := []string{"GOMODCACHE=" + filepath.Join(c.Dir, ".go", "pkg", "mod"), "GONOSUMDB=*", "GONOSUMCHECK=1", "GOFLAGS=-mod=mod", "GONOSUMDB=*", "GOFLAGS=-mod=mod"}
		c.Write(dep(forget("dep")))
		// What the go command has fetched is the machine's.
		got := cli.ExecuteIn(t, c.Dir, env, cli.Binary, "-new-from=main", "-build=never", "./...")
		cli.NewFindings(t, "fetched", got)
		// What is committed there is a change.
		c.Git("add", "-f", ".go")
		got = cli.ExecuteIn(t, c.Dir, env, cli.Binary, "-new-from=main", "-build=never", "./...")
		if got.Code != 1 || !slices.Contains(cli.Positions(got.Stdout), worse[0]) {
			t.Errorf("committed: %v", got)
		}
	})
}

// A line directive says what position is printed. It does not say whose finding it is.
func TestAttackLineDirectives(t *testing.T) {
	t.Parallel()
	twice := "-- b/a.go --\npackage b\n\nimport \"net\"\n\n//line x.go:1\nvar D = net.Dialer{}\n"
	one := twice + "-- b/b.go --\npackage b\n"
	twice += "-- b/b.go --\npackage b\n\nimport \"net\"\n\n//line x.go:1\nvar E = net.Dialer{}\n"
	c := cli.NewCheckout(t, cli.GoMod+one+"-- a/a.go --\npackage a\n\nimport \"net\"\n\nvar D = net.Dialer{}\n\nvar Other = net.Dialer{}\n")
	c.Write(twice)
	got := cli.Lint(t, c.Dir, "./b")
	if got.Code != 1 || strings.Count(got.Stdout, "b/x.go:1: ") != 2 || !strings.Contains(got.Stderr, "2 findings") {
		t.Errorf("two at one place: %v", got)
	}
	cli.NewFindings(t, "one more at a place", cli.Lint(t, c.Dir, "-new-from=main", "./..."), "b/x.go:1")

	// The finding that is no more in a would make one known in b that says it were in a.
	c.Write(strings.Replace(one, "x.go", "../a/a.go", 1) + "-- a/a.go --\npackage a\n\nimport \"net\"\n\nvar Other = net.Dialer{}\n" +
		"-- c/c.go --\npackage c\n\nimport \"net\"\n\n//line ../a/a.go:5\nvar D = net.Dialer{}\n")
	cli.NewFindings(t, "another package's name", cli.Lint(t, c.Dir, "-new-from=main", "./..."), "a/a.go:5")
}

// The go command runs other programs where go.mod, a comment or a folder says so.
func TestAttackGoCommand(t *testing.T) {
	cli.Long(t)
	t.Parallel()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not available")
	}
	t.Run("another toolchain", func(t *testing.T) {
		t.Parallel()
		trap := newTrap(t)
		trap.set("go1.99.9")
		c := cli.NewCheckout(t, "-- go.mod --\nmodule example.com/m\n\ngo 1.99.9\n-- a/a.go --\n"+cli.Dialer("a"))
		got := cli.ExecuteIn(t, c.Dir, trap.env(), cli.Binary, "./...")
		if got.Code != 2 || !strings.Contains(got.Stderr, "GOTOOLCHAIN=auto") {
			t.Errorf("%v", got)
		}
		trap.sprung(got)
		c.Write("-- go.mod --\nmodule example.com/m\n\ngo 1.26\n\ntoolchain go1.99.9\n")
		c.Commit("a line that only recommends")
		got = cli.ExecuteIn(t, c.Dir, trap.env(), cli.Binary, "-new-from=HEAD", "./...")
		cli.NewFindings(t, "recommended", got)
		trap.sprung(got)
		// At the base.
		c.Write("-- go.mod --\nmodule example.com/m\n\ngo 1.99.9\n")
		c.Commit("base")
		c.Write(cli.GoMod)
		got = cli.ExecuteIn(t, c.Dir, trap.env(), cli.Binary, "-new-from=HEAD", "./...")
		cli.NewFindings(t, "at the base", got, "a/a.go:5:9")
		trap.sprung(got)
	})
	t.Run("endless files", func(t *testing.T) {
		t.Parallel()
		if runtime.GOOS == "windows" {
			t.Skip("there is no /dev/zero")
		}
		for _, link := range []string{"a/zero.go", "vendor/modules.txt", "other/go.mod", "a/a.s"} {
			c := cli.NewCheckout(t, cli.GoMod+"-- a/a.go --\n"+cli.Dialer("a"))
			name := filepath.Join(c.Dir, filepath.FromSlash(link))
			if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.Symlink("/dev/zero", name); err != nil {
				t.Fatal(err)
			}
			got := cli.ExecuteIn(t, filepath.Join(c.Dir, "a"), nil, cli.Binary, ".")
			if got.Code != 2 || !strings.Contains(got.Stderr, filepath.Base(link)+" leads to a device or a pipe") {
				t.Errorf("%s: %v", link, got)
			}
		}
	})
	t.Run("version control", func(t *testing.T) {
		t.Parallel()
		trap := newTrap(t)
		for _, name := range []string{"hg", "svn", "bzr", "fossil"} {
			trap.set(name)
		}
		dir := cli.LayOut(t, cli.GoMod+"-- cmd/x/main.go --\npackage main\n\nfunc main() {}\n-- .hg/hgrc --\n[hooks]\nx = evil\n")
		for _, build := range []string{"auto", "always", "never"} {
			got := cli.ExecuteIn(t, dir, trap.env(), cli.Binary, "-build="+build, "./...")
			if got.Code != 0 {
				t.Errorf("%v", got)
			}
			trap.sprung(got)
		}
	})
	t.Run("pkg-config", func(t *testing.T) {
		t.Parallel()
		trap := newTrap(t)
		trap.set("pkg-config")
		dir := cli.LayOut(t, cli.GoMod+"-- a/a.go --\npackage a\n\n// #cgo pkg-config: ./evil.pc\n// #cgo CFLAGS: -Ievil\nimport \"C\"\n\nimport \"net\"\n\nvar D = net.Dialer{}\n-- a/a.c --\nint x;\n")
		for _, build := range []string{"auto", "never"} {
			got := cli.ExecuteIn(t, dir, append(trap.env(), "CGO_ENABLED=1"), cli.Binary, "-build="+build, "./...")
			trap.sprung(got)
			if !slices.Contains(cli.Positions(got.Stdout), "a/a.go:9:9") {
				t.Errorf("%v", got)
			}
		}
	})
	t.Run("swig", func(t *testing.T) {
		t.Parallel()
		trap := newTrap(t)
		trap.set("swig")
		dir := cli.LayOut(t, cli.GoMod+"-- a/a.go --\n"+cli.Dialer("a")+"-- a/a.swig --\n%module evil\n")
		for _, build := range []string{"auto", "never"} {
			got := cli.ExecuteIn(t, dir, append(trap.env(), "CGO_ENABLED=1"), cli.Binary, "-build="+build, "./...")
			trap.sprung(got)
			cli.NewFindings(t, "-build="+build, got, "a/a.go:5:9")
		}
	})
	t.Run("what looks like the outcome of a build", func(t *testing.T) { // and would get into the cache
		t.Parallel()
		const evil = "package a // evil\n"
		archive := cli.GoMod + "-- a/a.go --\npackage a\n\n// int x;\nimport \"C\"\n\nvar X = C.x\n"
		for i := range 100 {
			for _, name := range []string{"_cgo_gotypes.go", "a.cgo1.go"} {
				archive += fmt.Sprintf("-- $WORK/b%03d/%s --\n%s", i, name, evil)
			}
		}
		dir := cli.LayOut(t, archive)
		cache := t.TempDir()
		got := cli.ExecuteIn(t, dir, []string{"CGO_ENABLED=1", "GOCACHE=" + cache}, cli.Binary, "./...")
		if got.Code != 2 || !strings.Contains(got.Stderr, "$WORK has the name of the go command's own folder") {
			t.Errorf("%v", got)
		}
		err := filepath.WalkDir(cache, func(name string, entry fs.DirEntry, err error) error {
			if err == nil && entry.Type().IsRegular() {
				var text []byte
				if text, err = os.ReadFile(name); string(text) == evil {
					t.Errorf("%s is what the checkout has", name)
				}
			}
			return err
		})
		if err != nil {
			t.Error(err)
		}
	})
	t.Run("a C compiler", func(t *testing.T) { // asked for its version alone
		t.Parallel()
		trap := newTrap(t)
		cc := trap.set("cc")
		script := fmt.Sprintf("#!/bin/sh\ncase \"$*\" in *-###*) exit 0;; esac\necho \"$0 $*\" >>'%s'\nexit 1\n", filepath.Join(trap.dir, "trace"))
		if err := os.WriteFile(cc, []byte(script), 0o755); err != nil {
			t.Fatal(err)
		}
		dir := cli.LayOut(t, cli.GoMod+"-- a/a.go --\npackage a\n\n// int x;\nimport \"C\"\n\nimport \"net\"\n\nvar D, X = net.Dialer{}, C.x\n")
		for _, build := range []string{"auto", "never"} {
			got := cli.ExecuteIn(t, dir, append(trap.env(), "CGO_ENABLED=1", "CC="+cc), cli.Binary, "-build="+build, "./...")
			trap.sprung(got)
			cli.NewFindings(t, "-build="+build, got, "a/a.go:8:12")
		}
	})
	t.Run("a driver for packages", func(t *testing.T) {
		t.Parallel()
		trap := newTrap(t)
		trap.set("gopackagesdriver")
		c := cli.NewCheckout(t, cli.GoMod+"-- a/a.go --\n"+cli.Dialer("a"))
		got := cli.ExecuteIn(t, c.Dir, trap.env(), cli.Binary, "./...")
		cli.NewFindings(t, "in PATH", got, "a/a.go:5:9")
		trap.sprung(got)
		got = cli.ExecuteIn(t, c.Dir, append(trap.env(), "GOPACKAGESDRIVER=gopackagesdriver"), cli.Binary, "-new-from=main", "./...")
		if got.Code != 2 || !strings.Contains(got.Stderr, "GOPACKAGESDRIVER") {
			t.Errorf("chosen, and -new-from: %v", got)
		}
		trap.sprung(got)
	})
}
