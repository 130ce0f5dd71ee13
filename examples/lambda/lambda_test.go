package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/transportlint/transportlint/examples/lambda/internal/scenario"
)

// TestClosed is about a race: net/http sends the request unless it sees first that the server closed the connection.
func TestClosed(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long")
	}
	needSIGSTOP(t)
	t.Parallel()
	function := filepath.Join(t.TempDir(), "function")
	if err := build(t.Context(), "function", function); err != nil {
		t.Fatal(err)
	}
	tallies, err := play(t.Context(), function, 20, false)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range tallies {
		first, second := c.failures()
		t.Logf("%s: %d of %d failed after the freeze: %s", c.name, len(second), len(c.outcomes), causes(second))
		if len(first) > 0 {
			t.Errorf("%s: the first invocation failed, when nothing had been frozen: %s", c.name, first[0])
		}
		switch c.name {
		case "zero":
			if len(second) == 0 {
				t.Errorf("%s: no invocation failed after the freeze", c.name)
			}
		case "below", "nokeepalives":
			if len(second) > 0 {
				t.Errorf("%s: %d invocations failed after the freeze: %s", c.name, len(second), second[0])
			}
		}
	}
}

// TestForgotten runs everything. There is no race in it: nobody can see that a connection is forgotten.
func TestForgotten(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long")
	}
	needSIGSTOP(t)
	t.Parallel()
	var out strings.Builder
	if err := run(t.Context(), &out, 3, true); err != nil {
		t.Fatal(err)
	}

	row := regexp.MustCompile(`(?m)^(\w+)\.go .* (\d) of 3 failed +(\d) of 3 failed +(.*)$`)
	var rows []string
	for _, m := range row.FindAllStringSubmatch(out.String(), -1) {
		rows = append(rows, strings.Join(m[1:], " "))
	}
	check(t, rows, []string{
		"zero 0 3 connection reset by peer",
		"default 0 3 connection reset by peer",
		"explicit 0 3 connection reset by peer",
		"below 0 0 none",
		"nokeepalives 0 0 none",
	})

	finding := regexp.MustCompile(`(?m)^function/(\w+)\.go:\d+:\d+: ([\w-]+):`)
	var findings []string
	for _, m := range finding.FindAllStringSubmatch(out.String(), -1) {
		findings = append(findings, strings.Join(m[1:], " "))
	}
	check(t, findings, []string{"default lambda-default", "explicit lambda-idle", "zero lambda-idle", "zero transport"})

	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(out.String()) {
		// README.md shows what is printed at the root of the module.
		if strings.HasPrefix(line, "function/") && !strings.Contains(string(readme), "\nexamples/lambda/"+line) {
			t.Errorf("README.md lacks the finding: %s", line)
		}
	}

	if t.Failed() {
		t.Logf("the output was\n%s", &out)
	}
}

// TestClientIdle keeps the function, which is in another module, to the scenario.
func TestClientIdle(t *testing.T) {
	source, err := os.ReadFile(filepath.Join("function", "below.go"))
	if err != nil {
		t.Fatal(err)
	}
	want := fmt.Sprintf("IdleConnTimeout = %d * time.Millisecond", scenario.ClientIdle.Milliseconds())
	if !strings.Contains(string(source), want) {
		t.Errorf("function/below.go lacks %q", want)
	}
}

func needSIGSTOP(t *testing.T) {
	t.Helper()
	if !canFreeze {
		t.Skip("freezing a process takes SIGSTOP")
	}
}

func check(t *testing.T, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("got\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}
