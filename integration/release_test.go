package integration

import (
	archivezip "archive/zip"
	"errors"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	modmodule "golang.org/x/mod/module"
	"golang.org/x/mod/zip"
)

// release is the version under which the working copy is released to a module proxy of our own.
const release = "v0.0.1-test"

// releaseEnv releases the working copy, and returns the environment in which the go command finds it. The module cache is a fresh
// one, as proxies may not change what a version is, and takes what else it needs from the real one and its proxy.
func releaseEnv(t *testing.T) []string {
	t.Helper()
	proxy := t.TempDir()
	at := filepath.Join(proxy, filepath.FromSlash(module), "@v", release)
	write(t, filepath.Join(filepath.Dir(at), "list"), release+"\n")
	write(t, at+".info", `{"Version": "`+release+`"}`)
	write(t, at+".mod", read(t, filepath.Join(root, "go.mod")))
	writeZip(t, at+".zip")

	here := process{dir: root}
	cached := filepath.Join(here.must(t, "go", "env", "GOMODCACHE"), "cache", "download")
	return []string{
		"GOPROXY=" + strings.Join([]string{fileURL(proxy), fileURL(cached), here.must(t, "go", "env", "GOPROXY")}, ","),
		"GONOSUMDB=" + module,
		"GOMODCACHE=" + t.TempDir(),
		"GOFLAGS=-modcacherw", // so that the directory can be removed
	}
}

// writeZip writes the module zip of the working copy.
func writeZip(t *testing.T, name string) {
	t.Helper()
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	err = zip.Create(f, modmodule.Version{Path: module, Version: release}, sources(t))
	if err := errors.Join(err, f.Close()); err != nil {
		t.Fatal(err)
	}
}

// TestModuleZip: users download what they need, and nothing of what the modules beside it are for.
func TestModuleZip(t *testing.T) {
	name := filepath.Join(t.TempDir(), "module.zip")
	writeZip(t, name)
	r, err := archivezip.OpenReader(name)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	folders := make(map[string]bool)
	for _, f := range r.File {
		path := strings.TrimPrefix(f.Name, module+"@"+release+"/")
		for dir := filepath.ToSlash(filepath.Dir(path)); dir != "."; dir = filepath.ToSlash(filepath.Dir(dir)) {
			folders[dir] = true
		}
	}
	for folder, want := range map[string]bool{
		"analyzer": true, "plugin": true, "cmd/transportlint": true, "evidence": true, "testdata/src": true,
		"tools": false, "integration": false, "testdata/lambda": false, "examples/lambda/function": false,
	} {
		if folders[folder] != want {
			t.Errorf("the zip has %s: %v, want %v", folder, folders[folder], want)
		}
	}
}

func fileURL(dir string) string {
	return (&url.URL{Scheme: "file", Path: "/" + strings.TrimPrefix(filepath.ToSlash(dir), "/")}).String()
}

// sources returns the files that a commit of everything would have.
func sources(t *testing.T) []zip.File {
	t.Helper()
	var files []zip.File
	list := process{dir: root}.must(t, "git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate")
	for name := range strings.SplitSeq(strings.TrimRight(list, "\x00"), "\x00") {
		if _, err := os.Lstat(filepath.Join(root, name)); err == nil { // not removed since
			files = append(files, source(name))
		}
	}
	return files
}

// A source is a [zip.File] of the working copy.
type source string

func (s source) Path() string                 { return string(s) }
func (s source) Lstat() (os.FileInfo, error)  { return os.Lstat(filepath.Join(root, string(s))) }
func (s source) Open() (io.ReadCloser, error) { return os.Open(filepath.Join(root, string(s))) }

const command = module + "/cmd/transportlint@" + release

// TestInstall installs the command from a proxy, which takes a module zip that compiles as it is.
func TestInstall(t *testing.T) {
	bin := t.TempDir()
	user := process{layOut(t, across), append(releaseEnv(t), "GOBIN="+bin)}
	user.must(t, "go", "install", command)
	installed := filepath.Join(bin, "transportlint"+exe)
	if got := user.must(t, installed, "-version"); !strings.HasPrefix(got, "transportlint "+release+" go1.") {
		t.Errorf("version %q", got)
	}
	want := []string{acrossFinding}
	if got := user.run(t, installed, "./..."); got.code != 1 || !slices.Equal(heads(user.dir, got.stdout), want) {
		t.Errorf("want %s, got %v", want, got)
	}
	if got := user.run(t, "go", "run", command, "./..."); got.code != 1 || !slices.Equal(heads(user.dir, got.stdout), want) {
		t.Errorf("want %s, got %v", want, got)
	}
}

// TestGoTool keeps what the command requires in a file of its own, as README says.
func TestGoTool(t *testing.T) {
	user := process{layOut(t, across), releaseEnv(t)}
	goMod := read(t, filepath.Join(user.dir, "go.mod"))
	const tools = "-modfile=go.tool.mod"
	user.must(t, "go", "mod", "init", tools, "example.com/m")
	user.must(t, "go", "get", tools, "-tool", command)
	want := []string{acrossFinding}
	if got := user.run(t, "go", "tool", tools, "transportlint", "./..."); got.code != 1 || !slices.Equal(heads(user.dir, got.stdout), want) {
		t.Errorf("want %s, got %v", want, got)
	}
	path := user.must(t, "go", "tool", tools, "-n", "transportlint")
	if got := user.run(t, "go", "vet", "-vettool="+path, "./..."); got.code != 1 || !slices.Equal(heads(user.dir, got.stderr), want) {
		t.Errorf("want %s, got %v", want, got)
	}
	if now := read(t, filepath.Join(user.dir, "go.mod")); now != goMod {
		t.Errorf("the user's go.mod is now:\n%s", now)
	}
	if required := read(t, filepath.Join(user.dir, "go.tool.mod")); strings.Contains(required, "golangci") {
		t.Errorf("the command needs what only the plugin does:\n%s", required)
	}
}
