package analyzer_test

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/transportlint/transportlint/internal/suite"
)

// TestAnalyzer runs the analyzer over each folder of testdata.
func TestAnalyzer(t *testing.T) {
	suites, err := suite.All("../testdata")
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range suites {
		t.Run(s.Name, func(t *testing.T) {
			t.Parallel()
			if s.Name == "lambda" {
				download(t, s.Dir) // analysistest does not go to the network
			}
			analysistest.Run(factsOptional{t}, s.Dir, s.Analyzer, s.Patterns...)
		})
	}
}

func download(t *testing.T, dir string) {
	cmd := exec.Command("go", "mod", "download")
	cmd.Dir, cmd.Env = dir, append(os.Environ(), "GOWORK=off")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("go mod download: %v\n%s", err, out)
	}
}

// factsOptional lets a folder speak of facts only where it is about them: the facts that it wants must be there, others may.
type factsOptional struct{ *testing.T }

func (t factsOptional) Errorf(format string, args ...any) {
	t.Helper()
	if msg := fmt.Sprintf(format, args...); !strings.Contains(msg, ": unexpected fact: ") {
		t.Error(msg)
	}
}
