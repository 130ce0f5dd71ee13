package integration

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

const golangciVersion = "v2.15.0"

// golangciEnv is what golangci-lint custom needs to clone its repository from the module zip, which has the same files.
func golangciEnv(t *testing.T) []string {
	t.Helper()
	repository := process{dir: t.TempDir()}
	if err := os.CopyFS(repository.dir, os.DirFS(download(t, "github.com/golangci/golangci-lint/v2@"+golangciVersion))); err != nil {
		t.Fatal(err)
	}
	commit(t, repository)
	repository.must(t, "git", "tag", golangciVersion)
	return []string{
		"GIT_CONFIG_COUNT=1",
		"GIT_CONFIG_KEY_0=url." + fileURL(repository.dir) + ".insteadOf",
		"GIT_CONFIG_VALUE_0=https://github.com/golangci/golangci-lint.git",
	}
}

// commit commits all that is in p's folder.
func commit(t *testing.T, p process) {
	t.Helper()
	p.must(t, "git", "init", "-q")
	p.must(t, "git", "add", "--all", "--force")
	p.must(t, "git", "-c", "user.name=Test", "-c", "user.email=test@example.com", "commit", "-q", "-m", "All")
}

// installGolangci returns the path of golangci-lint as its makers wrote it.
func installGolangci(t *testing.T) string {
	t.Helper()
	process{bin, []string{"GOBIN=" + bin}}.must(t, "go", "install", "-trimpath", "-ldflags=-s -w",
		"github.com/golangci/golangci-lint/v2/cmd/golangci-lint@"+golangciVersion)
	return filepath.Join(bin, "golangci-lint"+exe)
}

// documented returns the configuration files that docs/golangci-lint.md shows.
func documented(t *testing.T) (customGCL, golangci string) {
	t.Helper()
	blocks := documentation(t, "golangci-lint.md", "yaml")
	if len(blocks) != 2 {
		t.Fatalf("%d YAML blocks in docs/golangci-lint.md, want 2", len(blocks))
	}
	return blocks[0], blocks[1]
}

// customGolangci compiles golangci-lint with the plugin as users do, once, and returns its path.
func customGolangci(t *testing.T) string {
	t.Helper()
	custom := filepath.Join(bin, "custom-gcl"+exe)
	if _, err := os.Stat(custom); err == nil {
		return custom
	}
	stock := installGolangci(t)
	customGCL, _ := documented(t)
	documentedRelease := regexp.MustCompile(`/plugin\n    version: (.*)\n`).FindStringSubmatch(customGCL)
	if documentedRelease == nil {
		t.Fatalf("no version of the plugin in:\n%s", customGCL)
	}
	dir := t.TempDir()
	write(t, filepath.Join(dir, ".custom-gcl.yml"), strings.Replace(customGCL, documentedRelease[1], release, 1))
	process{dir, slices.Concat(golangciEnv(t), releaseEnv(t), []string{"GOFLAGS=-modcacherw -trimpath"})}.must(t, stock, "custom", "-v", "--destination", bin)
	return custom
}

// TestGolangciLintHere compiles golangci-lint by the .custom-gcl.yml of this repository, and runs it over our own code.
func TestGolangciLintHere(t *testing.T) {
	to := t.TempDir()
	here := process{root, append(golangciEnv(t), "GOFLAGS=-trimpath", "GOLANGCI_LINT_CACHE="+t.TempDir())}
	here.must(t, installGolangci(t), "custom", "-v", "--destination", to)
	custom := filepath.Join(to, "custom-gcl"+exe)
	here.must(t, custom, "config", "verify")
	config := filepath.Join(root, ".golangci.yml")
	for _, module := range []string{"", "integration", "tools"} {
		here.dir = filepath.Join(root, module)
		here.must(t, custom, "run", "--config", config, "./...")
	}
}

// golangci is golangci-lint with the plugin, in a module.
type golangci struct {
	process
	binary string
}

// run runs the linter with the given settings, each on a line, without what golangci-lint hides by default.
func (g golangci) run(t *testing.T, settings []string, args ...string) result {
	t.Helper()
	const config = `
version: "2"
linters:
  default: none
  enable: [transportlint]
  settings:
    custom:
      transportlint:
        type: module
        settings: {%s}
issues: {max-issues-per-linter: 0, max-same-issues: 0, uniq-by-line: false}
output: {formats: {text: {print-issued-lines: false, colors: false}}}
`
	write(t, filepath.Join(g.dir, ".golangci.yml"), fmt.Sprintf(config, strings.Join(settings, ", ")))
	return g.process.run(t, g.binary, append([]string{"run"}, args...)...)
}

const suppressed = across + `
-- other/other.go --
package other

import "net"

var D = net.Dialer{}

var E = net.Dialer{} //nolint:transportlint

var F = net.Dialer{} //transportlint:ignore dialer as an example
`

func TestGolangciLint(t *testing.T) {
	binary := customGolangci(t)
	in := func(t *testing.T, archive string) golangci {
		return golangci{process{layOut(t, archive), []string{"GOLANGCI_LINT_CACHE=" + t.TempDir()}}, binary}
	}
	expect := func(t *testing.T, dir string, got result, want ...string) {
		t.Helper()
		if got.code != min(len(want), 1) || !slices.Equal(heads(dir, got.stdout), want) {
			t.Errorf("want %q, got %v", want, got)
		}
	}
	other := "other/other.go:5:9: " + noTimeout

	t.Run("findings", func(t *testing.T) {
		g := in(t, suppressed)
		expect(t, g.dir, g.run(t, nil), other, acrossFinding)
		expect(t, g.dir, g.run(t, nil, "./use"), acrossFinding) // what it imports is analyzed nevertheless
	})
	t.Run("documented configuration", func(t *testing.T) {
		g := in(t, suppressed)
		_, config := documented(t)
		write(t, filepath.Join(g.dir, ".golangci.yml"), config)
		g.must(t, binary, "config", "verify")
		got := g.process.run(t, binary, "run", "--output.text.print-issued-lines=false")
		expect(t, g.dir, got, other, strings.Replace(acrossFinding, ", DialContext and MaxIdleConnsPerHost", " and DialContext", 1))
	})
	t.Run("settings", func(t *testing.T) {
		g := in(t, suppressed)
		expect(t, g.dir, g.run(t, []string{"disable: [dialer]", "allow: [net/http.Transport.DialContext]"}),
			strings.Replace(acrossFinding, ", DialContext and", " and", 1))
		expect(t, g.dir, g.run(t, []string{"disable: [dialer, transport]"}))
	})
	t.Run("wrong settings", func(t *testing.T) {
		g := in(t, suppressed)
		for _, test := range []struct{ setting, want string }{
			{"stict: true", `no setting "stict" (did you mean strict?); the settings are allow, `},
			{"require: net/http.Transport.Proxy", "setting require: want a list"},
			{"lambda-max-idle: 60", "setting lambda-max-idle: want a duration such as 60s"},
			{"enable: [transprt]", "did you mean transport?"},
		} {
			if got := g.run(t, []string{test.setting}); got.code != 3 || !strings.Contains(got.stderr, test.want) {
				t.Errorf("%s: want %s, got %v", test.setting, test.want, got)
			}
		}
	})
	t.Run("cache", func(t *testing.T) {
		g := in(t, suppressed)
		for i, analyzes := range []bool{true, false} {
			got := g.run(t, nil, "-v")
			expect(t, g.dir, got, other, acrossFinding)
			if nothing := strings.Contains(got.stderr, "analyzers took 0s"); nothing == analyzes {
				t.Errorf("run %d: analyzes nothing: %v, %v", i+1, nothing, got)
			}
		}
		// So does another machine that shares a remote cache.
		for i, analyzes := range []bool{true, false} {
			another := g
			another.env = []string{"GOLANGCI_LINT_CACHE=" + t.TempDir(), "GOLANGCI_LINT_CACHEPROG=" + cacheprog + " " + filepath.Join(g.dir, "store")}
			got := another.run(t, nil, "-v")
			expect(t, g.dir, got, other, acrossFinding)
			if nothing := strings.Contains(got.stderr, "analyzers took 0s"); nothing == analyzes {
				t.Errorf("machine %d: analyzes nothing: %v, %v", i+1, nothing, got)
			}
		}
		// A fact of a package that did not change comes from the cache, too.
		use := filepath.Join(g.dir, "use", "use.go")
		write(t, use, strings.Replace(read(t, use), "func New", "\nfunc New", 1))
		expect(t, g.dir, g.run(t, nil), other, strings.Replace(acrossFinding, ":10:", ":11:", 1))
	})
	t.Run("new from revision", func(t *testing.T) {
		g := in(t, suppressed)
		commit(t, g.process)
		name := filepath.Join(g.dir, "other", "other.go")
		write(t, name, read(t, name)+"\nvar New = net.Dialer{}\n")
		commit(t, g.process)
		expect(t, g.dir, g.run(t, nil, "--new-from-rev=HEAD~"), "other/other.go:11:11: "+noTimeout)
	})
	t.Run("fixes", func(t *testing.T) {
		g := in(t, toFix)
		// What would be inserted where another fix inserts something else has to wait for the second run.
		expect(t, g.dir, g.run(t, nil, "--fix"), "a/a.go:9:10: transport: http.Transport does not set TLSHandshakeTimeout")
		expect(t, g.dir, g.run(t, nil, "--fix"))
		if got := read(t, filepath.Join(g.dir, "a", "a.go")); got != fixed {
			t.Errorf("a.go is now\n%s", got)
		}
		g.must(t, "go", "vet", "./...")
		if got := read(t, filepath.Join(g.dir, "a", "generated.go")); strings.Contains(got, "Timeout") {
			t.Errorf("generated.go is now\n%s", got)
		}
	})
}

// The fixes of toFix share some imports, and are not to touch what is suppressed or generated.
const toFix = `
-- go.mod --
module example.com/m

go 1.26
-- a/a.go --
package a

import "net/http"

var dial = http.DefaultTransport.(*http.Transport).DialContext

var A, B = &http.Transport{MaxIdleConns: 1}, &http.Transport{MaxIdleConns: 2}

var C = &http.Transport{MaxIdleConns: 1, MaxIdleConnsPerHost: 1, IdleConnTimeout: 1e9, DialContext: dial, ForceAttemptHTTP2: true}

var D = &http.Transport{} //nolint:transportlint // as an example
-- a/generated.go --
// Code generated by hand. DO NOT EDIT.

package a

import "net/http"

var E = &http.Transport{}
`

// fixed is what becomes of a.go.
const fixed = `package a

import (
	"net"
	"net/http"
	"time"
)

var dial = http.DefaultTransport.(*http.Transport).DialContext

var A, B = &http.Transport{
	MaxIdleConns:        1,
	IdleConnTimeout:     30 * time.Second,
	TLSHandshakeTimeout: 10 * time.Second,
	DialContext:         (&net.Dialer{Timeout: 30 * time.Second}).DialContext,
	ForceAttemptHTTP2:   true,
}, &http.Transport{
	MaxIdleConns:        2,
	IdleConnTimeout:     30 * time.Second,
	TLSHandshakeTimeout: 10 * time.Second,
	DialContext:         (&net.Dialer{Timeout: 30 * time.Second}).DialContext,
	ForceAttemptHTTP2:   true,
}

var C = &http.Transport{
	MaxIdleConns:        1,
	MaxIdleConnsPerHost: 1,
	IdleConnTimeout:     1e9,
	DialContext:         dial,
	ForceAttemptHTTP2:   true,
	TLSHandshakeTimeout: 10 * time.Second,
}

var D = &http.Transport{} //nolint:transportlint // as an example
`
