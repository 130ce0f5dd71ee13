package driver

import (
	"bytes"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestWhyOutOfQuestion asks about a client in a package that no rule says anything of. It compiles, so that only the question makes it be
// read.
func TestWhyOutOfQuestion(t *testing.T) {
	dir := layOut(t, `
-- go.mod --
module example.com/m

go 1.26
-- m.go --
package m

import "net/http"

func New() *http.Client { return &http.Client{} }
`)
	build := exec.CommandContext(t.Context(), "go", "build", "./...")
	build.Dir = dir
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	var stdout, stderr bytes.Buffer
	opts := Options{Dir: dir, WorkDir: dir, Patterns: []string{"./..."}, Why: "m.go:5", Stdout: &stdout, Stderr: &stderr}
	opts.Settings.Disable = []string{"lambda-idle", "lambda-default", "lambda-leak"}
	if code := Run(t.Context(), opts); code != Clean || !strings.Contains(stdout.String(), "m.go:5:35: http.Client in New") {
		t.Errorf("exit code %d: %s%s", code, &stdout, &stderr)
	}
}

// TestWhyTestSupport asks about a value of which nothing is reported because of the file that it is in.
func TestWhyTestSupport(t *testing.T) {
	dir := layOut(t, `
-- go.mod --
module example.com/m

go 1.26
-- m.go --
package m

import (
	"net/http"
	"testing"
)

func Transport(t testing.TB) *http.Transport { return &http.Transport{} }
`)
	var stdout, stderr bytes.Buffer
	opts := Options{Dir: dir, WorkDir: dir, Patterns: []string{"./..."}, Why: "m.go:8", Stdout: &stdout, Stderr: &stderr}
	if code := Run(t.Context(), opts); code != Clean || !strings.Contains(stdout.String(), "nothing is reported in this file, which by what it refers to is test support") {
		t.Errorf("exit code %d: %s%s", code, &stdout, &stderr)
	}
}

// TestWhyReplaced asks about a client in a module that go.mod replaces by a folder. It is reported where the handler starts.
func TestWhyReplaced(t *testing.T) {
	dir, err := filepath.Abs("../../testdata/lambda")
	if err != nil {
		t.Fatal(err)
	}
	var stdout, stderr bytes.Buffer
	opts := Options{Dir: dir, WorkDir: dir, Patterns: []string{"./entry/othermodule"}, Why: "replaced/client.go:6", Stdout: &stdout, Stderr: &stderr}
	if code := Run(t.Context(), opts); code != Clean || !strings.Contains(stdout.String(), "reported by lambda-idle, where the handler starts") {
		t.Errorf("exit code %d: %s%s", code, &stdout, &stderr)
	}
}
