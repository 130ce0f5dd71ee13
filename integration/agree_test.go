package integration

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestDriversAgree runs every driver over a module of many packages whose verdicts depend on facts, with the real aws-lambda-go. They
// have to find what the command finds.
func TestDriversAgree(t *testing.T) {
	module := lambdaModule(t)
	reference := findings(module.dir, module.run(t, transportlint, "./...").stdout)
	if len(reference) < 100 {
		t.Fatalf("only %d findings: %q", len(reference), reference)
	}
	golangci := golangci{process{module.dir, []string{"GOLANGCI_LINT_CACHE=" + t.TempDir()}}, customGolangci(t)}

	none := func(findings []string) []string { return findings }
	for _, driver := range []struct {
		name      string
		output    string
		exception func([]string) []string // what may differ
	}{
		{"-build=never", module.run(t, transportlint, "-build=never", "./...").stdout, none},
		{"go vet", module.run(t, "go", "vet", "-vettool="+transportlint, "./...").stderr, withoutDropped},
		{"singlechecker", module.run(t, singlechecker, "./...").stderr, none},
		{"golangci-lint", golangci.run(t, nil).stdout, none},
		{"nogo", buildNogo(t, "{}").run(t, module.dir).stderr, withoutModules},
	} {
		got, want := driver.exception(findings(module.dir, driver.output)), driver.exception(reference)
		for _, line := range want {
			if !slices.Contains(got, line) {
				t.Errorf("%s does not say %s", driver.name, line)
			}
		}
		for _, line := range got {
			if !slices.Contains(want, line) {
				t.Errorf("only %s says %s", driver.name, line)
			}
		}
	}
}

// An entry point that the settings name makes a program a Lambda function like any other: clients of a module that is replaced by a
// folder are seen by the command as by go vet.
func TestDriversAgreeOnSettings(t *testing.T) {
	module := process{dir: layOut(t, `
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
`)}
	flags := []string{"-lambda-entry=example.com/m/platform.Run", "-disable=transport", "./..."}
	own := module.run(t, transportlint, flags...)
	vet := module.run(t, "go", append([]string{"vet", "-vettool=" + transportlint}, flags...)...)
	a, b := findings(module.dir, own.stdout), findings(module.dir, vet.stderr)
	if own.code != 1 || len(a) != 1 || !slices.Equal(a, b) {
		t.Errorf("the command says\n%v\nand go vet\n%v", own, vet)
	}
}

// withoutDropped leaves out a finding of go vet alone: a client of a handler that a wrapper in another package drops.
func withoutDropped(findings []string) []string {
	return slices.DeleteFunc(slices.Clone(findings), func(line string) bool { return strings.Contains(line, "entry/appcontext/wrapped/main.go:25:") })
}

// withoutModules leaves out what nogo sees otherwise, as it does not tell which module a package is in: folders in the messages of findings,
// which are relative to the module's root; clients in a module that go.mod replaces by a folder; and what packages that only register
// routes do, which are looked into if they are of the module.
func withoutModules(findings []string) []string {
	place := regexp.MustCompile(` (at|in) \S+/`)
	byModule := regexp.MustCompile(`entry/(othermodule|routesservice|appcontext)/`)
	var out []string
	for _, line := range findings {
		if !byModule.MatchString(line) {
			out = append(out, place.ReplaceAllString(line, " $1 "))
		}
	}
	return out
}
