package formats

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"github.com/transportlint/transportlint/internal/cli"
)

// TestAction runs what action.yml runs, as a runner of GitHub does it.
func TestAction(t *testing.T) {
	t.Parallel()
	if _, err := exec.LookPath("bash"); err != nil || runtime.GOOS == "windows" {
		t.Skip("there is no bash, or one with other paths than ours")
	}
	action, err := filepath.Abs("../../..")
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(action, "action.yml"))
	if err != nil {
		t.Fatal(err)
	}
	// An input goes into a variable and nowhere else.
	variable := regexp.MustCompile(`(?m)^        ([A-Z_]+): \$\{\{ inputs\.([a-z-]+) \}\}$`)
	variables := variable.FindAllStringSubmatch(string(text), -1)
	if strings.Contains(variable.ReplaceAllString(string(text), ""), "${{") || len(variables) != 7 {
		t.Fatalf("action.yml puts something into more than variables:\n%s", text)
	}
	run := regexp.MustCompile(`(?m)^      run: (.*)$`).FindSubmatch(text)
	if run == nil {
		t.Fatalf("action.yml runs nothing:\n%s", text)
	}

	c := cli.NewCheckout(t, "-- sub/go.mod --\nmodule example.com/m\n\ngo 1.26\n-- sub/a.go --\npackage a\n\nimport \"net\"\n\nvar Old = net.Dialer{}\n")
	c.Write("-- sub/b.go --\npackage a\n\nimport \"net\"\n\nvar New = net.Dialer{}\n")
	c.Commit("change")
	temp := t.TempDir()
	act := func(inputs map[string]string) cli.Result {
		t.Helper()
		env := []string{"GITHUB_ACTIONS=true", "GITHUB_WORKSPACE=" + c.Dir, "GITHUB_ACTION_PATH=" + action, "RUNNER_TEMP=" + temp,
			"GITHUB_STEP_SUMMARY=" + filepath.Join(temp, "summary.md"), "GOFLAGS=-mod=mod"}
		for _, v := range variables {
			value, given := inputs[v[2]]
			if !given {
				value = map[string]string{"working-directory": ".", "args": "./...", "inventory": "false"}[v[2]]
			}
			env = append(env, v[1]+"="+value)
		}
		return cli.ExecuteIn(t, c.Dir, env, "bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", string(run[1]))
	}

	got := act(map[string]string{"working-directory": "sub", "base-ref": "main", "sarif-file": "out.sarif", "args": "-strict\n  -disable=transport ./...\n"})
	if got.Code != 1 || !strings.HasPrefix(got.Stdout, "::warning file=sub/b.go,line=5,") || strings.Count(got.Stdout, "\n") != 1 ||
		!strings.Contains(got.Stderr, "; known: 1 at the merge base with main (") {
		t.Errorf("%v", got)
	}
	sarif, err := os.ReadFile(filepath.Join(c.Dir, "out.sarif"))
	if err != nil {
		t.Fatal(err)
	}
	if results := cli.ReadSARIF(t, sarif).Runs[0].Results; len(results) != 1 || results[0].Locations[0].PhysicalLocation.ArtifactLocation.URI != "sub/b.go" {
		t.Errorf("results %+v", results)
	}

	// The summary gets the clients if they are wanted.
	if summary, _ := os.ReadFile(filepath.Join(temp, "summary.md")); strings.Contains(string(summary), "Network clients") {
		t.Errorf("nobody asked for clients:\n%s", summary)
	}
	got = act(map[string]string{"working-directory": "sub", "base-ref": "main", "inventory": "true"})
	summary, err := os.ReadFile(filepath.Join(temp, "summary.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"### Network clients\n\n| place |", `| sub\/a\.go\:5 | net\.Dialer | Old |`, "#### What changed\n\n", `- sub\/b\.go\:5\: net\.Dialer New appeared\, with no limit on connect`} {
		if !strings.Contains(string(summary), want) {
			t.Errorf("the summary lacks %q:\n%s", want, summary)
		}
	}
	if got.Code != 1 || strings.Count(got.Stdout, "::warning") != 1 {
		t.Errorf("%v", got)
	}

	// GitHub rejects a summary above 1 MiB, and the findings are in it as well.
	long := "-- many/go.mod --\nmodule example.com/many\n\ngo 1.26\n-- many/a" + strings.Repeat("_", 200) + "a.go --\npackage many\n\nimport \"net\"\n\n"
	for i := range 1000 {
		long += fmt.Sprintf("var _%0200d = net.Dialer{}\n", i)
	}
	c.Write(long)
	if err := os.Remove(filepath.Join(temp, "summary.md")); err != nil {
		t.Fatal(err)
	}
	act(map[string]string{"working-directory": "many", "inventory": "true"})
	if summary, err = os.ReadFile(filepath.Join(temp, "summary.md")); err != nil {
		t.Fatal(err)
	}
	if n := len(summary); n < 300_000 || n > 1_000_000 || !strings.Contains(string(summary), " |\n\nThe list goes on, and is too long for a summary.\n") {
		t.Errorf("%d bytes, which end with %q", n, summary[max(0, n-300):])
	}

	// Values with a meaning for shells, git and the runner are values.
	const command = "$(touch pwned)`touch pwned`;touch pwned\n&& touch pwned '\""
	got = act(map[string]string{"working-directory": "sub", "base-ref": command, "baseline": command, "sarif-file": command, "args": command, "inventory": command})
	if got.Code != 2 || strings.Contains("\n"+got.Stdout, "\n::error file") {
		t.Errorf("%v", got)
	}
	if found, _ := filepath.Glob(filepath.Join(c.Dir, "*", "pwned")); len(found) > 0 {
		t.Errorf("commands ran: %s", found)
	}
	if _, err := os.Stat(filepath.Join(c.Dir, "pwned")); err == nil {
		t.Error("commands ran")
	}
}
