package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/transportlint/transportlint/internal/suite"
)

// What a checkout tries to make the command run, or to pass as old, with the real git. docs/security.md has the table.

// dialer is a file with a finding in the given package, at line 5.
func dialer(pkg string) string {
	return "package " + pkg + "\n\nimport \"net\"\n\nvar D = net.Dialer{}\n"
}

const goMod = "-- go.mod --\nmodule example.com/m\n\ngo 1.26\n"

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
func (tr trap) sprung(got result) {
	tr.t.Helper()
	if trace, err := os.ReadFile(filepath.Join(tr.dir, "trace")); err == nil {
		tr.t.Errorf("it ran: %s%v", trace, got)
	}
}

// newFindings fails the test unless exactly these are new, with their exit code.
func newFindings(t *testing.T, what string, got result, want ...string) {
	t.Helper()
	if code := min(len(want), 1); got.code != code || !slices.Equal(positions(got.stdout), want) {
		t.Errorf("%s: want exit %d and %q new, got %v", what, code, want, got)
	}
}

// A folder can look like a repository from inside, and be part of a commit. git would take it for the repository.
func TestAttackRepositoryInCommit(t *testing.T) {
	t.Parallel()
	trap := newTrap(t)
	evil := trap.set("evil")
	c := newCheckout(t, "-- sub/go.mod --\nmodule example.com/m\n\ngo 1.26\n-- sub/a.go --\npackage a\n")
	c.write("-- sub/a.go --\n" + dialer("a"))
	c.commit("change")
	inner := checkout{t, t.TempDir()} // all of it that is in the folder, with a past that has the finding
	inner.git("init", "-q", "-b", "main")
	inner.write("-- go.mod --\nmodule example.com/m\n\ngo 1.26\n-- a.go --\n" + dialer("a"))
	inner.commit("first")
	inner.git("config", "core.fsmonitor", evil)
	inner.git("config", "core.bare", "false")
	inner.git("config", "core.worktree", filepath.Join(c.dir, "sub"))
	inner.git("update-ref", "refs/remotes/origin/main", "main")
	for _, name := range []string{"HEAD", "config", "objects", "refs", "index"} {
		if err := os.Rename(filepath.Join(inner.dir, ".git", name), filepath.Join(c.dir, "sub", name)); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"heads", "remotes", "tags"} {
		if err := os.MkdirAll(filepath.Join(c.dir, "sub", "refs", name), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	c.commit("a repository in the commit")
	c.git("update-ref", "refs/remotes/origin/main", "main")
	got := executeIn(t, c.dir, trap.env(), binary, "-C=sub", "-new-from=origin/main", "./...")
	newFindings(t, "-C", got, "sub/a.go:5:9")
	trap.sprung(got)
	got = executeIn(t, filepath.Join(c.dir, "sub"), trap.env(), binary, "-new-from=origin/main", "./...")
	newFindings(t, "inside", got, "a.go:5:9")
	trap.sprung(got)

	// A .git cannot be part of a commit, but a step before may have unpacked something. One that leads into the checkout is refused.
	c.write("-- sub/.git --\ngitdir: ../sub\n")
	got = executeIn(t, c.dir, trap.env(), binary, "-C=sub", "-new-from=origin/main", "./...")
	if got.code != 2 || !strings.Contains(got.stderr, "which is part of a checkout") {
		t.Errorf("a .git that leads into the checkout: %v", got)
	}
	if err := os.Remove(filepath.Join(c.dir, "sub", ".git")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(".", filepath.Join(c.dir, "sub", ".git")); err != nil {
		t.Skip(err)
	}
	got = executeIn(t, c.dir, trap.env(), binary, "-C=sub", "-new-from=origin/main", "./...")
	if got.code != 2 || !strings.Contains(got.stderr, "which is part of a checkout") {
		t.Errorf("a .git that is a link into the checkout: %v", got)
	}
}

// Some users include a file of the checkout in their configuration. git has many settings that name programs.
func TestAttackConfiguration(t *testing.T) {
	t.Parallel()
	trap := newTrap(t)
	evil := trap.set("evil")
	c := newCheckout(t, goMod+"-- .gitconfig --\n# none yet\n-- old/old.go --\n"+dialer("old")+"-- moved/moved.go --\n"+dialer("moved"))
	c.git("config", "include.path", "../.gitconfig")
	hooks := filepath.Join(c.dir, "hooks")
	if err := os.Mkdir(hooks, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, hook := range []string{"post-index-change", "fsmonitor-watchman", "reference-transaction", "post-checkout"} {
		if err := os.Symlink(evil, filepath.Join(hooks, hook)); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.MkdirAll(filepath.Join(c.dir, "elsewhere"), 0o755); err != nil {
		t.Fatal(err)
	}
	c.git("mv", "moved/moved.go", "elsewhere/moved.go")
	c.write("-- old/old.go --\n// Changed.\n" + dialer("old") + `-- .gitattributes --
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
	config := filepath.Join(c.dir, ".gitconfig")
	text, err := os.ReadFile(config)
	if err != nil {
		t.Fatal(err)
	}
	text = []byte(strings.NewReplacer("EVIL", evil, "TRACE", filepath.Join(trap.dir, "trace")).Replace(string(text)))
	if err := os.WriteFile(config, text, 0o644); err != nil {
		t.Fatal(err)
	}
	got := executeIn(t, c.dir, append(trap.env(), "GIT_TRACE="+filepath.Join(trap.dir, "trace"), "GIT_EXTERNAL_DIFF="+evil, "GIT_DIR="+trap.dir,
		"GIT_INDEX_FILE="+filepath.Join(trap.dir, "index"), "GIT_OBJECT_DIRECTORY="+trap.dir, "GIT_WORK_TREE=/", "GIT_NAMESPACE=x", "GIT_EXEC_PATH="+trap.dir),
		binary, "-new-from=main", "./...")
	newFindings(t, "an included configuration", got)
	if !strings.Contains(got.stderr, "; known: 2 at ") {
		t.Errorf("%v", got)
	}
	trap.sprung(got)

	// An object that is missing is not fetched, for that asks a server of somebody's choice.
	blob := c.git("-c", "core.bare=false", "-c", "core.worktree="+c.dir, "rev-parse", "main:old/old.go")
	if err := os.Remove(filepath.Join(c.dir, ".git", "objects", blob[:2], blob[2:])); err != nil {
		t.Fatal(err)
	}
	got = executeIn(t, c.dir, trap.env(), binary, "-new-from=main", "./...")
	if got.code == 0 {
		t.Errorf("an object is missing: %v", got)
	}
	trap.sprung(got)
}

// Whoever may push a tag can call it origin/main, and git prefers tags.
func TestAttackNames(t *testing.T) {
	t.Parallel()
	c := newCheckout(t, goMod+"-- a/a.go --\npackage a\n")
	c.git("update-ref", "refs/remotes/origin/main", "main")
	c.write("-- a/a.go --\n" + dialer("a"))
	c.commit("change")
	newFindings(t, "no tag", lint(t, c.dir, "-new-from=origin/main", "./..."), "a/a.go:5:9")
	c.git("tag", "origin/main")
	got := lint(t, c.dir, "-new-from=origin/main", "./...")
	if got.code != 2 || !strings.Contains(got.stderr, `"origin/main" is ambiguous`) {
		t.Errorf("a tag: %v", got)
	}
	c.git("config", "core.warnAmbiguousRefs", "false")
	if got := lint(t, c.dir, "-new-from=origin/main", "./..."); got.code != 2 {
		t.Errorf("a tag, and no warning wanted: %v", got)
	}
	newFindings(t, "all of the name", lint(t, c.dir, "-new-from=refs/remotes/origin/main", "./..."), "a/a.go:5:9")
	short := c.git("rev-parse", "--short=8", "main")
	newFindings(t, "a commit", lint(t, c.dir, "-new-from="+short, "./..."), "a/a.go:5:9")
	c.git("tag", short)
	if got := lint(t, c.dir, "-new-from="+short, "./..."); got.code != 2 || !strings.Contains(got.stderr, "is ambiguous") {
		t.Errorf("a tag that is called like a commit: %v", got)
	}

	// Replacements and grafts are views of one's own, and rewrite the past.
	c.git("replace", "main", "work")
	newFindings(t, "replaced", lint(t, c.dir, "-new-from=refs/remotes/origin/main", "./..."), "a/a.go:5:9")
	c.git("replace", "-d", c.git("rev-parse", "main"))
	tree, was := c.git("rev-parse", "work:a/a.go"), c.git("rev-parse", "main:a/a.go")
	c.git("replace", was, tree)
	newFindings(t, "a replaced file", lint(t, c.dir, "-new-from=refs/remotes/origin/main", "./..."), "a/a.go:5:9")

	// Histories that cross leave several commits to compare with.
	c = newCheckout(t, goMod+"-- a/a.go --\n"+dialer("a"))
	c.git("checkout", "-q", "main")
	c.write("-- a/a.go --\npackage a\n")
	c.commit("mended")
	mended := c.git("rev-parse", "HEAD")
	c.git("checkout", "-q", "work")
	c.commit("anything")
	anything := c.git("rev-parse", "HEAD")
	c.git("merge", "-q", "-s", "ours", "-m", "keeps the finding", mended)
	c.git("checkout", "-q", "main")
	c.git("merge", "-q", "-s", "ours", "-m", "keeps it mended", anything)
	c.git("checkout", "-q", "work")
	if got := lint(t, c.dir, "-new-from=main", "./..."); got.code != 2 || !strings.Contains(got.stderr, "HEAD and main have several merge bases") {
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
		{"a folder", goMod + "-- real/a.go --\npackage real\n", map[string]string{"link": "real"},
			"-- real/a.go --\n" + dialer("real"), nil, []string{"./link"}, []string{"link/a.go:5:9"}, "0"},
		{"a folder, known", goMod + "-- real/a.go --\n" + dialer("real"), map[string]string{"link": "real"},
			"-- real/a.go --\n// Changed.\n" + dialer("real"), nil, []string{"./link"}, nil, "1"},
		{"a file", goMod + "-- _shared/x.go --\npackage p\n-- p/p.go --\npackage p\n", map[string]string{"p/x.go": "../_shared/x.go"},
			"-- _shared/x.go --\n" + dialer("p"), nil, []string{"./p"}, []string{"p/x.go:5:9"}, "0"},
		{"a file, known", goMod + "-- _shared/x.go --\n" + dialer("p") + "-- p/p.go --\npackage p\n", map[string]string{"p/x.go": "../_shared/x.go"},
			"-- _shared/x.go --\n// Changed.\n" + dialer("p"), nil, []string{"./p"}, nil, "1"},
		{"a helper", goMod + "-- real/a.go --\n" + set + user, map[string]string{"link": "real"},
			"-- real/a.go --\n" + forget, nil, []string{"./a"}, []string{"a/a.go:10:8"}, "1"},
		{"a helper, in a file that came", goMod + "-- real/a.go --\n" + set + user, map[string]string{"link": "real"},
			"-- real/a.go --\n-- real/b.go --\n" + forget, nil, []string{"./a"}, []string{"a/a.go:10:8"}, "1"},
		{"a link that leads elsewhere", goMod + "-- real/a.go --\n" + set + "-- weak/a.go --\n" + forget + user, map[string]string{"link": "real"},
			"", map[string]string{"link": "weak"}, []string{"./a"}, []string{"a/a.go:10:8"}, "1"},
		{"links to links", goMod + "-- real/a.go --\n" + set + "-- weak/a.go --\n" + forget + user, map[string]string{"link": "deep/link", "deep/link": "../hop", "hop": "real"},
			"", map[string]string{"hop": "weak"}, []string{"./a"}, []string{"a/a.go:10:8"}, "1"},
		{"a link in a folder that a link leads to", goMod + "-- real/a.go --\n" + set + "-- weak/a.go --\n" + forget + strings.Replace(user, "m/link", "m/top/inner", 1), map[string]string{"top": "middle", "middle/inner": "../real"},
			"", map[string]string{"middle/inner": "../weak"}, []string{"./a"}, []string{"a/a.go:10:8", "a/a.go:15:34"}, "0"},
		{"a folder became a link", goMod + "-- weak/a.go --\n" + forget + "-- link/a.go --\n" + set + user, nil,
			"-- link/a.go --\n", map[string]string{"link": "weak"}, []string{"./a"}, []string{"a/a.go:10:8"}, "1"},
		{"a link became a folder", goMod + "-- real/a.go --\n" + set + user, map[string]string{"link": "real"},
			"", map[string]string{"link": ""}, []string{"./a"}, []string{"a/a.go:10:8"}, "1"},
		{"a module", "-- go.mod --\nmodule example.com/m\n\ngo 1.26\n\nrequire example.com/m/link v0.0.0\n\nreplace example.com/m/link => ./link\n-- real/go.mod --\nmodule example.com/m/link\n\ngo 1.26\n-- real/a.go --\n" + set + user,
			map[string]string{"link": "real"}, "-- real/a.go --\n" + forget, nil, []string{"./a"}, []string{"a/a.go:10:8"}, "1"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			c := newCheckout(t, test.archive)
			link := func(links map[string]string) {
				for name, target := range links {
					path := filepath.Join(c.dir, name)
					_ = os.Remove(path)
					if target == "" {
						c.write("-- " + name + "/a.go --\n" + forget)
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
			c.git("checkout", "-q", "main")
			link(test.links)
			c.commit("links")
			c.git("checkout", "-q", "-B", "work")
			newFindings(t, "unchanged", lint(t, c.dir, append([]string{"-new-from=main"}, test.patterns...)...))
			c.write(test.change)
			link(test.now)
			builds := []string{"auto", "never"}
			if !suite.Full {
				builds = builds[:1]
			}
			for _, build := range builds {
				got := lint(t, c.dir, append([]string{"-new-from=main", "-build=" + build}, test.patterns...)...)
				newFindings(t, "-build="+build, got, test.want...)
				if !strings.Contains(got.stderr, "; known: "+test.known+" at ") {
					t.Errorf("want %s known, got %v", test.known, got)
				}
				c.commit("change")
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
	check := func(t *testing.T, what string, c checkout, known string, want ...string) {
		t.Helper()
		got := lint(t, c.dir, "-new-from=main", "./...")
		newFindings(t, what, got, want...)
		if !strings.Contains(got.stderr, "; known: "+known+" at ") {
			t.Errorf("%s: want %s known, got %v", what, known, got)
		}
	}

	t.Run("ignored file", func(t *testing.T) {
		t.Parallel()
		c := newCheckout(t, goMod+"-- .gitignore --\n*.gen.go\n-- p/p.go --\npackage p\n-- q/q.go --\n"+dialer("q"))
		c.write("-- p/x.gen.go --\n" + dialer("p"))
		check(t, "generated", c, "1", "p/x.gen.go:5:9")
	})
	t.Run("ignored package", func(t *testing.T) {
		t.Parallel()
		c := newCheckout(t, goMod+"-- .gitignore --\n/gen/\n"+user("example.com/m/gen"))
		c.write("-- gen/gen.go --\n" + forget("gen"))
		check(t, "a helper that may have been better", c, "1", worse...)
		c.write("-- gen/gen.go --\n" + set("gen"))
		got := lint(t, c.dir, "-new-from=main", "./...")
		newFindings(t, "a helper that is good", got)
		if !strings.Contains(got.stderr, "transportlint: gen is not in git, so ") {
			t.Errorf("it is silent about what it did not look into: %v", got)
		}
	})
	t.Run("ignored vendor folder", func(t *testing.T) {
		t.Parallel()
		c := newCheckout(t, "-- go.mod --\nmodule example.com/m\n\ngo 1.26\n\nrequire example.com/dep v1.0.0\n-- .gitignore --\nvendor\n"+user("example.com/dep"))
		c.write("-- vendor/modules.txt --\n# example.com/dep v1.0.0\n## explicit; go 1.26\nexample.com/dep\n-- vendor/example.com/dep/dep.go --\n" + forget("dep"))
		check(t, "vendored", c, "1", worse...)
		c.write("-- vendor/example.com/dep/dep.go --\n" + set("dep"))
		check(t, "vendored, and good", c, "1")
	})
	t.Run("excluded by the user", func(t *testing.T) {
		t.Parallel()
		c := newCheckout(t, goMod+"-- p/p.go --\npackage p\n")
		exclude := filepath.Join(t.TempDir(), "exclude")
		if err := os.WriteFile(exclude, []byte("*.go\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		c.git("config", "core.excludesFile", exclude)
		c.write("-- p/x.go --\n" + dialer("p"))
		check(t, "core.excludesFile", c, "0", "p/x.go:5:9")
	})
	t.Run("nested repository", func(t *testing.T) {
		t.Parallel()
		c := newCheckout(t, goMod+user("example.com/m/nested"))
		nested := checkout{t, filepath.Join(c.dir, "nested")}
		nested.write("-- nested.go --\n" + forget("nested"))
		nested.git("init", "-q")
		check(t, "without a commit", c, "1", worse...)
		nested.commit("first")
		check(t, "with a commit", c, "1", worse...)
	})
	t.Run("ignored in a submodule", func(t *testing.T) {
		t.Parallel()
		sub := newCheckout(t, "-- .gitignore --\n*.gen.go\n-- sub.go --\npackage sub\n")
		c := newCheckout(t, goMod+"-- p/p.go --\npackage p\n")
		c.git("checkout", "-q", "main")
		c.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", sub.dir, "sub")
		c.commit("submodule")
		c.git("checkout", "-q", "-B", "work")
		check(t, "nothing", c, "0")
		c.write("-- sub/x.gen.go --\n" + dialer("sub"))
		check(t, "generated", c, "0", "sub/x.gen.go:5:9")
	})
	for _, bit := range []string{"--assume-unchanged", "--skip-worktree"} {
		t.Run(bit, func(t *testing.T) {
			t.Parallel()
			c := newCheckout(t, goMod+"-- help/help.go --\n"+set("help")+user("example.com/m/help"))
			c.git("update-index", bit, "help/help.go")
			c.write("-- help/help.go --\n" + forget("help"))
			check(t, "changed", c, "1", worse...)
		})
	}
	t.Run("the same size and time", func(t *testing.T) { // git's index goes by these
		t.Parallel()
		c := newCheckout(t, goMod+"-- help/help.go --\n"+set("help")+user("example.com/m/help"))
		name := filepath.Join(c.dir, "help", "help.go")
		info, err := os.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		c.git("config", "core.trustctime", "false")
		c.git("config", "core.checkStat", "minimal")
		c.git("update-index", "--refresh")
		c.write("-- help/help.go --\n" + strings.Replace(set("help"), "d.Timeout = 1e9", "_ = d.Timeout  ", 1))
		if err := os.Chtimes(name, info.ModTime(), info.ModTime()); err != nil {
			t.Fatal(err)
		}
		check(t, "changed", c, "1", worse...)
	})
	t.Run("a module cache in the checkout", func(t *testing.T) {
		t.Parallel()
		c := newCheckout(t, "-- go.mod --\nmodule example.com/m\n\ngo 1.26\n\nrequire example.com/dep v1.0.0\n-- go.sum --\n"+user("example.com/dep"))
		dep := func(help string) string {
			return "-- .go/pkg/mod/example.com/dep@v1.0.0/go.mod --\nmodule example.com/dep\n\ngo 1.26\n-- .go/pkg/mod/example.com/dep@v1.0.0/dep.go --\n" + help +
				"-- .go/pkg/mod/cache/download/example.com/dep/@v/v1.0.0.mod --\nmodule example.com/dep\n\ngo 1.26\n" +
				"-- .go/pkg/mod/cache/download/example.com/dep/@v/v1.0.0.info --\n{\"Version\":\"v1.0.0\"}\n" +
				"-- .go/pkg/mod/cache/download/example.com/dep/@v/v1.0.0.ziphash --\nh1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n" +
				"-- .go/pkg/mod/cache/download/example.com/dep/@v/v1.0.0.zip --\nno zip\n"
		}
		env := []string{"GOMODCACHE=" + filepath.Join(c.dir, ".go", "pkg", "mod"), "GONOSUMDB=*", "GONOSUMCHECK=1", "GOFLAGS=-mod=mod", "GONOSUMDB=*", "GOFLAGS=-mod=mod"}
		c.write(dep(forget("dep")))
		// What the go command has fetched is the machine's.
		got := executeIn(t, c.dir, env, binary, "-new-from=main", "-build=never", "./...")
		newFindings(t, "fetched", got)
		// What is committed there is a change.
		c.git("add", "-f", ".go")
		got = executeIn(t, c.dir, env, binary, "-new-from=main", "-build=never", "./...")
		if got.code != 1 || !slices.Contains(positions(got.stdout), worse[0]) {
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
	c := newCheckout(t, goMod+one+"-- a/a.go --\npackage a\n\nimport \"net\"\n\nvar D = net.Dialer{}\n\nvar Other = net.Dialer{}\n")
	c.write(twice)
	got := lint(t, c.dir, "./b")
	if got.code != 1 || strings.Count(got.stdout, "b/x.go:1: ") != 2 || !strings.Contains(got.stderr, "2 findings") {
		t.Errorf("two at one place: %v", got)
	}
	newFindings(t, "one more at a place", lint(t, c.dir, "-new-from=main", "./..."), "b/x.go:1")

	// The finding that is no more in a would make one known in b that says it were in a.
	c.write(strings.Replace(one, "x.go", "../a/a.go", 1) + "-- a/a.go --\npackage a\n\nimport \"net\"\n\nvar Other = net.Dialer{}\n" +
		"-- c/c.go --\npackage c\n\nimport \"net\"\n\n//line ../a/a.go:5\nvar D = net.Dialer{}\n")
	newFindings(t, "another package's name", lint(t, c.dir, "-new-from=main", "./..."), "a/a.go:5")
}

// The go command runs other programs where go.mod, a comment or a folder says so.
func TestAttackGoCommand(t *testing.T) {
	long(t)
	t.Parallel()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not available")
	}
	t.Run("another toolchain", func(t *testing.T) {
		t.Parallel()
		trap := newTrap(t)
		trap.set("go1.99.9")
		c := newCheckout(t, "-- go.mod --\nmodule example.com/m\n\ngo 1.99.9\n-- a/a.go --\n"+dialer("a"))
		got := executeIn(t, c.dir, trap.env(), binary, "./...")
		if got.code != 2 || !strings.Contains(got.stderr, "GOTOOLCHAIN=auto") {
			t.Errorf("%v", got)
		}
		trap.sprung(got)
		c.write("-- go.mod --\nmodule example.com/m\n\ngo 1.26\n\ntoolchain go1.99.9\n")
		c.commit("a line that only recommends")
		got = executeIn(t, c.dir, trap.env(), binary, "-new-from=HEAD", "./...")
		newFindings(t, "recommended", got)
		trap.sprung(got)
		// At the base.
		c.write("-- go.mod --\nmodule example.com/m\n\ngo 1.99.9\n")
		c.commit("base")
		c.write(goMod)
		got = executeIn(t, c.dir, trap.env(), binary, "-new-from=HEAD", "./...")
		newFindings(t, "at the base", got, "a/a.go:5:9")
		trap.sprung(got)
	})
	t.Run("endless files", func(t *testing.T) {
		t.Parallel()
		if runtime.GOOS == "windows" {
			t.Skip("there is no /dev/zero")
		}
		for _, link := range []string{"a/zero.go", "vendor/modules.txt", "other/go.mod", "a/a.s"} {
			c := newCheckout(t, goMod+"-- a/a.go --\n"+dialer("a"))
			name := filepath.Join(c.dir, filepath.FromSlash(link))
			if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.Symlink("/dev/zero", name); err != nil {
				t.Fatal(err)
			}
			got := executeIn(t, filepath.Join(c.dir, "a"), nil, binary, ".")
			if got.code != 2 || !strings.Contains(got.stderr, filepath.Base(link)+" leads to a device or a pipe") {
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
		dir := layOut(t, goMod+"-- cmd/x/main.go --\npackage main\n\nfunc main() {}\n-- .hg/hgrc --\n[hooks]\nx = evil\n")
		for _, build := range []string{"auto", "always", "never"} {
			got := executeIn(t, dir, trap.env(), binary, "-build="+build, "./...")
			if got.code != 0 {
				t.Errorf("%v", got)
			}
			trap.sprung(got)
		}
	})
	t.Run("pkg-config", func(t *testing.T) {
		t.Parallel()
		trap := newTrap(t)
		trap.set("pkg-config")
		dir := layOut(t, goMod+"-- a/a.go --\npackage a\n\n// #cgo pkg-config: ./evil.pc\n// #cgo CFLAGS: -Ievil\nimport \"C\"\n\nimport \"net\"\n\nvar D = net.Dialer{}\n-- a/a.c --\nint x;\n")
		for _, build := range []string{"auto", "never"} {
			got := executeIn(t, dir, append(trap.env(), "CGO_ENABLED=1"), binary, "-build="+build, "./...")
			trap.sprung(got)
			if !slices.Contains(positions(got.stdout), "a/a.go:9:9") {
				t.Errorf("%v", got)
			}
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
		dir := layOut(t, goMod+"-- a/a.go --\npackage a\n\n// int x;\nimport \"C\"\n\nimport \"net\"\n\nvar D, X = net.Dialer{}, C.x\n")
		for _, build := range []string{"auto", "never"} {
			got := executeIn(t, dir, append(trap.env(), "CGO_ENABLED=1", "CC="+cc), binary, "-build="+build, "./...")
			trap.sprung(got)
			newFindings(t, "-build="+build, got, "a/a.go:8:12")
		}
	})
	t.Run("a driver for packages", func(t *testing.T) {
		t.Parallel()
		trap := newTrap(t)
		trap.set("gopackagesdriver")
		c := newCheckout(t, goMod+"-- a/a.go --\n"+dialer("a"))
		got := executeIn(t, c.dir, trap.env(), binary, "./...")
		newFindings(t, "in PATH", got, "a/a.go:5:9")
		trap.sprung(got)
		got = executeIn(t, c.dir, append(trap.env(), "GOPACKAGESDRIVER=gopackagesdriver"), binary, "-new-from=main", "./...")
		if got.code != 2 || !strings.Contains(got.stderr, "GOPACKAGESDRIVER") {
			t.Errorf("chosen, and -new-from: %v", got)
		}
		trap.sprung(got)
	})
}
