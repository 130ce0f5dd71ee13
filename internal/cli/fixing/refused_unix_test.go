//go:build unix

package fixing

import (
	"cmp"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/transportlint/transportlint/internal/cli"
)

// A fix changes the text of a file, or nothing at all.
func TestFixChangesTextOnly(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name    string
		prepare func(t *testing.T, file string) error
		want    string
	}{
		{"read-only", func(_ *testing.T, file string) error { return os.Chmod(file, 0o444) }, "a.go: not fixed: it is read-only\n"},
		{"hard link", func(t *testing.T, file string) error { return os.Link(file, filepath.Join(t.TempDir(), "other")) },
			"a.go: not fixed: it has 2 names (hard links), and the others would keep the old text\n"},
		{"link outside", func(t *testing.T, file string) error {
			other := filepath.Join(t.TempDir(), "other.go")
			return cmp.Or(os.Rename(file, other), os.Symlink(other, file))
		}, "a.go: not fixed: it is a link to "},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := cli.NewCheckout(t, cli.OneDialer)
			file := filepath.Join(c.Dir, "a.go")
			if err := test.prepare(t, file); err != nil {
				t.Fatal(err)
			}
			was, err := os.Lstat(file)
			if err != nil {
				t.Fatal(err)
			}
			before := cli.Content(t, c.Dir)["a.go"]
			r := cli.Lint(t, c.Dir, "-fix", "-format=text,sarif", "-o=out.sarif")
			if r.Code != 2 || !strings.Contains(r.Stderr, test.want) {
				t.Errorf("want %q, got %s", test.want, r)
			}
			is, err := os.Lstat(file)
			if err != nil || !os.SameFile(was, is) || cli.Content(t, c.Dir)["a.go"] != before {
				t.Error("the file was replaced")
			}
			// What is still in the file is reported.
			if !strings.HasPrefix(r.Stdout, "a.go:5:10: dialer: ") || !strings.Contains(r.Stderr, "fixed nothing; 1 finding in 1 package") {
				t.Errorf("the finding is not reported: %s", r)
			}
			text, err := os.ReadFile(filepath.Join(c.Dir, "out.sarif"))
			if err != nil {
				t.Fatal(err)
			}
			if log := cli.ReadSARIF(t, text); len(log.Runs[0].Results) != 1 || log.Runs[0].Results[0].RuleID != "dialer" {
				t.Errorf("SARIF: %+v", log.Runs[0].Results)
			}
		})
	}
}
