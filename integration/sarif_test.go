package integration

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// TestSARIF holds logs of every outcome against the schema of SARIF. What GitHub asks beyond that, .ci/gate checks.
func TestSARIF(t *testing.T) {
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	schema, err := compiler.Compile(filepath.Join("testdata", "sarif-schema-2.1.0.json"))
	if err != nil {
		t.Fatal(err)
	}
	validate := func(text string) error {
		instance, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
		if err != nil {
			return err
		}
		return schema.Validate(instance)
	}

	module := process{dir: layOut(t, suppressed)}
	if runtime.GOOS != "windows" { // which has no such file names
		const name = "hostile/x%0A::y,\"<b>'|`*[a](b){0}\x1b[31m\u202e.go"
		if err := os.Mkdir(filepath.Join(module.dir, "hostile"), 0o755); err != nil {
			t.Fatal(err)
		}
		const text = "package hostile\n\nimport \"net\"\n\nvar é, D = \"ö\", []net.Dialer{{}, {}}\n"
		if err := os.WriteFile(filepath.Join(module.dir, name), []byte(text), 0o644); err != nil {
			t.Log(err) // a file system that is stricter
		}
	}
	file := filepath.Join(t.TempDir(), "log.sarif")
	check := func(code int, args ...string) (text string) {
		t.Helper()
		args = append([]string{"-format=sarif", "-o=" + file}, args...)
		got := module.run(t, transportlint, args...)
		text = read(t, file)
		if err := validate(text); got.code != code || err != nil {
			t.Errorf("want exit %d, got %v\n%v in:\n%s", code, got, err, text)
		}
		return text
	}
	log := check(1, "./...")
	check(1, "-strict", "-enable=client", "std")
	check(0, "-disable=transport,dialer", "./...")
	check(2, "./nosuch/...")
	check(2, "-new-from=nosuch", "./...")
	check(2, "-require=net/http.Transport.Nosuch", "./...")
	write(t, filepath.Join(module.dir, "broken", "broken.go"), "package broken\n\nvar X int = \"[x](y) {0}\"\n")
	check(2, "./...")

	wrong := strings.Replace(log, `"ruleIndex"`, `"ruleIndx"`, 1)
	if wrong == log || validate(wrong) == nil {
		t.Error("the schema allows a property that SARIF does not have")
	}
}
