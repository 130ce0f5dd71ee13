package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestDriversAgree compares the command with go vet over a module of many packages, whose verdicts depend on facts.
func TestDriversAgree(t *testing.T) {
	t.Parallel()
	dir, err := filepath.Abs("../../testdata/lambda")
	if err != nil {
		t.Fatal(err)
	}
	download := exec.Command("go", "mod", "download")
	download.Dir, download.Env = dir, append(os.Environ(), "GOWORK=off", "GOFLAGS=")
	if out, err := download.CombinedOutput(); err != nil {
		t.Fatalf("go mod download: %v\n%s", err, out)
	}
	own := lint(t, dir, "./...")
	if own.code != 1 {
		t.Fatal(own)
	}
	never := lint(t, dir, "-build=never", "./...")
	if never.stdout != own.stdout {
		t.Errorf("-build=never prints something else: %v", never)
	}
	vet := execute(t, dir, "go", "vet", "-vettool="+binary, "./...")
	if vet.code != 1 {
		t.Fatal(vet)
	}
	a, b := findings(own.stdout), findings(vet.stderr)
	for _, line := range a {
		if !slices.Contains(b, line) {
			t.Errorf("go vet does not say %s", line)
		}
	}
	for _, line := range b {
		if !slices.Contains(a, line) {
			t.Errorf("only go vet says %s", line)
		}
	}
}

// findings returns the lines of text that have a place, with paths as the command writes them.
func findings(text string) []string {
	var out []string
	for line := range strings.Lines(text) {
		line = strings.TrimPrefix(strings.TrimSpace(line), "./")
		if strings.Contains(line, ".go:") {
			out = append(out, line)
		}
	}
	return out
}

// An entry point that the settings name makes a program a Lambda function like any other: clients of a module that is replaced by a
// folder are seen by the command as by go vet.
func TestDriversAgreeOnSettings(t *testing.T) {
	t.Parallel()
	dir := layOut(t, `
-- go.mod --
module example.com/m

go 1.26

require example.com/m/clients v0.0.0

replace example.com/m/clients => ./clients
-- main.go --
package main

import (
	"example.com/m/clients"
	"example.com/m/platform"
)

func main() { platform.Run(func() { clients.Get() }) }
-- platform/platform.go --
package platform

func Run(handler func()) { handler() }
-- clients/go.mod --
module example.com/m/clients

go 1.26
-- clients/clients.go --
package clients

import "net/http"

var client = &http.Client{Transport: &http.Transport{IdleConnTimeout: 0}}

func Get() { client.Get("http://example.com") }
`)
	flags := []string{"-lambda-entry=example.com/m/platform.Run", "-disable=transport", "./..."}
	own := lint(t, dir, flags...)
	vet := execute(t, dir, "go", append([]string{"vet", "-vettool=" + binary}, flags...)...)
	a, b := findings(own.stdout), findings(vet.stderr)
	if own.code != 1 || len(a) != 1 || !slices.Equal(a, b) {
		t.Errorf("the command says\n%v\nand go vet\n%v", own, vet)
	}
}
