package gate

import (
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func TestKnown(t *testing.T) {
	known := make(Known)
	inF := Key{File: "/m/a/a.go", Rule: "dialer", Symbol: "F", Field: "Timeout"}
	moved := Key{File: "/m/a/b.go", Rule: "dialer", Symbol: "F", Field: "Timeout"}
	other := Key{File: "/m/b/a.go", Rule: "dialer", Symbol: "F", Field: "Timeout"}
	init := Key{File: "/m/a/a.go", Rule: "dialer", Symbol: "init", Field: "Timeout"}
	movedInit := Key{File: "/m/a/b.go", Rule: "dialer", Symbol: "init", Field: "Timeout"}
	known.Add(inF, 2)
	known.Add(init, 1)
	tally := known.Tally()
	for i, test := range []struct {
		key  Key
		want bool
	}{
		{moved, true}, {inF, true}, {inF, false}, // there were two
		{other, false},
		{movedInit, false}, {init, true}, // there can be several in a package
	} {
		if got := tally.Has(test.key); got != test.want {
			t.Errorf("%d: Has(%v) = %v", i, test.key, got)
		}
	}
}

func TestBaseline(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "ci", "known.jsonl")
	file := func(name string) string { return filepath.ToSlash(filepath.Join(dir, filepath.FromSlash(name))) }
	hostile := "q\"\n::%,<b>.go"
	keys := []Key{
		{File: file("b/b.go"), Rule: "dialer", Symbol: "F", Field: "Timeout"},
		{File: file("a.go"), Rule: "transport", Symbol: "T.M", Field: "MaxIdleConns"},
		{File: file("a.go"), Rule: "transport", Symbol: "T.M", Field: "IdleConnTimeout"},
		{File: file("main.go"), Rule: "lambda-idle", Symbol: "main", Field: "IdleConnTimeout", At: file("api/client.go")},
		{File: file("ci/x.go"), Rule: "directive"},
		{File: file("a\xff.go"), Rule: "dialer", Symbol: "F", Field: "Timeout"},
		{File: file(hostile), Rule: "dialer", Symbol: "F", Field: "Timeout"},
	}
	b := NewBaseline(path)
	for _, key := range keys {
		b.Add(key, 1)
	}
	b.Add(keys[0], 2)
	text, err := b.Encode()
	if err != nil {
		t.Fatal(err)
	}
	want := `{"file":"../a.go","rule":"transport","symbol":"T.M","field":"IdleConnTimeout","count":1}
{"file":"../a.go","rule":"transport","symbol":"T.M","field":"MaxIdleConns","count":1}
{"file":"\"../a\\xff.go\"","rule":"dialer","symbol":"F","field":"Timeout","count":1}
{"file":"../b/b.go","rule":"dialer","symbol":"F","field":"Timeout","count":3}
{"file":"x.go","rule":"directive","count":1}
{"file":"../main.go","rule":"lambda-idle","symbol":"main","field":"IdleConnTimeout","at":"../api/client.go","count":1}
`
	lines := slices.DeleteFunc(slices.Collect(strings.Lines(string(text))), func(l string) bool { return strings.Contains(l, "::") })
	if got := strings.Join(lines, ""); got != want {
		t.Errorf("got:\n%swant:\n%s", got, want)
	}

	write := func(text string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	// Line ends and the order are no matter. Merged by union, an entry may be there twice.
	slices.Reverse(lines)
	write("\ufeff" + string(text) + strings.ReplaceAll(strings.Join(lines, "\r\n"), `"count":3`, `"count":2`) + "\n\n")
	read, err := ReadBaseline(path)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(read.Entries(), b.Entries()) {
		t.Errorf("read %v, wrote %v", read.Entries(), b.Entries())
	}

	known := read.Known().Tally()
	for _, key := range append(keys, keys[0]) {
		if !known.Has(key) {
			t.Errorf("%v is not known", key)
		}
	}
	if known.Has(keys[1]) {
		t.Error("one was listed, and two are known")
	}
	if want := []Entry{{keys[0], 1}}; !reflect.DeepEqual(read.Unused(known), want) {
		t.Errorf("unused are %v, want %v", read.Unused(known), want)
	}

	for _, bad := range []string{"<<<<<<< HEAD", `{"file":"a.go"}`, `{"file":"a.go","rule":"dialer","count":0}`, `{"file":"a.go","rule":"dialer","count":1,"line":3}`,
		`{"file":"a.go","rule":"dialer","count":1} {}`, `{"file":"\"a","rule":"dialer","count":1}`} {
		write("\n" + bad + "\n")
		if _, err := ReadBaseline(path); err == nil || !strings.HasPrefix(err.Error(), path+":2: ") {
			t.Errorf("%s: %v", bad, err)
		}
	}
}

// TestOneFunctionRunsGit: git runs only with the settings that keep a checkout from choosing what else runs.
func TestOneFunctionRunsGit(t *testing.T) {
	calls := regexp.MustCompile(`(?:exec\.Command\(|exec\.CommandContext\([^,]+,|exec\.LookPath\()\s*("git"|\w+\.git\b)|\bgit\.exe\b`)
	var found []string
	err := filepath.WalkDir("../..", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		switch base := d.Name(); {
		case d.IsDir() && (base == "testdata" || base == ".git" || base == "tools" || name == filepath.Join("..", "..", "internal", "cli")): // which is for tests
			return fs.SkipDir
		case filepath.Ext(base) != ".go" || strings.HasSuffix(base, "_test.go"):
			return nil
		}
		text, err := os.ReadFile(name)
		for range calls.FindAllIndex(text, -1) {
			found = append(found, filepath.ToSlash(name))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"../../internal/gate/git.go"}; !slices.Equal(found, want) {
		t.Errorf("git runs in %s, want it in %s alone", found, want)
	}
}
