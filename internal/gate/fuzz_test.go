package gate

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzBaseline reads files of any content, and writes findings of any name. What is read stays the same when it is written and read
// again; what cannot be read has an error that names the line.
func FuzzBaseline(f *testing.F) {
	f.Add([]byte(`{"file":"a.go","rule":"transport","symbol":"F","field":"IdleConnTimeout","count":2}`+"\n"), "a b\xff.go", "F")
	f.Add([]byte("\n\n{\"file\":\"\\\"\\\\xff\\\"\",\"rule\":\"x\",\"at\":\"../b.go\",\"count\":1}\r\n{}"), "\"", "Größe")
	f.Add([]byte(`{"file":"/x/../a.go","rule":"r","count":1}{"file":`), "../../x\n<&>\u2028", "_")
	f.Add([]byte(`{"file":"a.go","rule":"r","count":1}}`), "", "")
	f.Add([]byte(`{"file":"//x/./y","rule":"r","count":1}`), ".", "x")
	dir := f.TempDir()
	path := filepath.Join(dir, "baseline.json")
	read := func(t *testing.T, text []byte) (*Baseline, error) {
		if err := os.WriteFile(path, text, 0o666); err != nil {
			t.Fatal(err)
		}
		return ReadBaseline(path)
	}
	wrong := regexp.MustCompile(`(?s)^.*baseline\.json:[1-9][0-9]*: this is not a line of a baseline: .+`)
	f.Fuzz(func(t *testing.T, text []byte, name, symbol string) {
		b, err := read(t, text)
		if err != nil {
			if !wrong.MatchString(err.Error()) {
				t.Errorf("the error names no line: %v", err)
			}
		} else {
			for line := range bytes.Lines(text) {
				if line = bytes.TrimSpace(line); len(line) > 0 && !json.Valid(line) {
					t.Errorf("accepted: %s", line)
				}
			}
			stable(t, b, read)
		}

		if strings.Contains(name, "\x00") || !utf8.ValidString(symbol) {
			return // no file is called so, and no declaration
		}
		b = NewBaseline(path)
		b.Add(Key{File: filepath.ToSlash(filepath.Join(dir, name)), Rule: "transport", Symbol: symbol, At: filepath.ToSlash(filepath.Join(dir, "sub", name))}, 3)
		stable(t, b, read)
	})
}

// stable writes b and reads it again.
func stable(t *testing.T, b *Baseline, read func(*testing.T, []byte) (*Baseline, error)) {
	text, err := b.Encode()
	if err != nil {
		t.Fatal(err)
	}
	again, err := read(t, text)
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	if !reflect.DeepEqual(b.Entries(), again.Entries()) {
		t.Errorf("%+v becomes %+v", b.Entries(), again.Entries())
	}
	if second, err := again.Encode(); err != nil || !bytes.Equal(second, text) {
		t.Errorf("%s becomes %s, %v", text, second, err)
	}
}
