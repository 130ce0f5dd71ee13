package analyzer

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/go/analysis/analysistest"
)

// special lists the folders of testdata/src that want other settings than the default.
var special = map[string]Settings{
	"allow":             {Allow: []string{"net/http.Transport.MaxIdleConnsPerHost"}},
	"client":            {Enable: []string{"client"}},
	"generatedincluded": {IncludeGenerated: true},
	"lambdaentry": {
		LambdaEntry:   []string{"lambdaentry/platform.Run"},
		LambdaMaxIdle: Duration(time.Minute),
		Disable:       []string{"transport"},
	},
	"require":           {Require: []string{"require.Options.Timeout", "net/http.Transport.ForceAttemptHTTP2"}},
	"strict":            {Strict: true},
	"testfilesincluded": {IncludeTests: true},
}

// TestAnalyzer runs the analyzer over each folder of testdata/src, those with default settings together, since most of the
// time goes into loading the standard library from source.
func TestAnalyzer(t *testing.T) {
	testdata, err := filepath.Abs("../testdata")
	if err != nil {
		t.Fatal(err)
	}
	folders, err := os.ReadDir(filepath.Join(testdata, "src"))
	if err != nil {
		t.Fatal(err)
	}
	var ordinary []string
	for _, folder := range folders {
		pattern := "./src/" + folder.Name() + "/..."
		if s, ok := special[folder.Name()]; ok {
			t.Run(folder.Name(), func(t *testing.T) { run(t, testdata, s, pattern) })
		} else {
			ordinary = append(ordinary, pattern)
		}
	}
	t.Run("default", func(t *testing.T) { run(t, testdata, Settings{}, ordinary...) })
	// What is looked at for the sake of the rules about Lambda changes no other verdict.
	t.Run("default without Lambda", func(t *testing.T) {
		t.Parallel()
		analysistest.Run(factsOptional{t}, testdata, WithHint(&Hint{NoLambda: true}), ordinary...)
	})
}

// TestLambda runs the analyzer over the module testdata/lambda, which uses the real aws-lambda-go.
func TestLambda(t *testing.T) {
	t.Parallel()
	dir, err := filepath.Abs("../testdata/lambda")
	if err != nil {
		t.Fatal(err)
	}
	// analysistest does not go to the network.
	cmd := exec.Command("go", "mod", "download")
	cmd.Dir, cmd.Env = dir, append(os.Environ(), "GOWORK=off")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("go mod download: %v\n%s", err, out)
	}
	a, err := New(Settings{Disable: []string{"transport", "dialer"}})
	if err != nil {
		t.Fatal(err)
	}
	analysistest.Run(factsOptional{t}, dir, a, "./...")
}

func run(t *testing.T, testdata string, s Settings, patterns ...string) {
	t.Parallel()
	a, err := New(s)
	if err != nil {
		t.Fatal(err)
	}
	analysistest.Run(factsOptional{t}, testdata, a, patterns...)
}

// factsOptional lets a folder speak of facts only where it is about them: the facts that it wants must be there, others may.
type factsOptional struct{ *testing.T }

func (t factsOptional) Errorf(format string, args ...any) {
	t.Helper()
	if msg := fmt.Sprintf(format, args...); !strings.Contains(msg, ": unexpected fact: ") {
		t.Error(msg)
	}
}
