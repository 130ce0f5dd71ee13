package why

import (
	"path/filepath"
	"testing"
)

func TestAsk(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "m")
	for _, test := range []struct {
		text string
		want Question
	}{
		{"client.go", Question{File: filepath.Join(dir, "client.go")}},
		{"api/client.go:14", Question{File: filepath.Join(dir, "api", "client.go"), Line: 14}},
		{"./api/../client.go:14:15", Question{File: filepath.Join(dir, "client.go"), Line: 14, Column: 15}},
		{"client.go:14:15:", Question{File: filepath.Join(dir, "client.go"), Line: 14, Column: 15}},
		{filepath.Join(dir, "x.go") + ":3", Question{File: filepath.Join(dir, "x.go"), Line: 3}},
		{"NewClient", Question{Name: "NewClient"}},
		{"api.Client.Do", Question{Name: "api.Client.Do"}},
		{"gopkg.in/x-y.v3.New", Question{Name: "gopkg.in/x-y.v3.New"}},
	} {
		got, err := Ask(test.text, dir)
		test.want.Text = test.text
		if err != nil || *got != test.want {
			t.Errorf("Ask(%q) = %+v, %v; want %+v", test.text, got, err, test.want)
		}
	}
	for _, text := range []string{"", "client.go:0", "client.go:1:0", "client.go:99999999999999999999", "a b", "x.", ".x", "example.com/m", "./...", "1x.New"} {
		if got, err := Ask(text, dir); err == nil {
			t.Errorf("Ask(%q) = %+v; want an error", text, got)
		}
	}
}

func TestNames(t *testing.T) {
	for _, test := range []struct {
		name, decl string
		want       bool
	}{
		{"NewClient", "NewClient", true},
		{"api.NewClient", "NewClient", true},
		{"m/api.NewClient", "NewClient", true},
		{"example.com/m/api.NewClient", "NewClient", true},
		{"v2.NewClient", "NewClient", false},
		{"pi.NewClient", "NewClient", false},
		{"Client.Do", "Client.Do", true},
		{"api.Client.Do", "Client.Do", true},
		{"Client.Do", "Do", false},
		{"NewClient", "", false},
	} {
		q := &Question{Name: test.name}
		if got := q.Names(test.decl, "api", "example.com/m/api"); got != test.want {
			t.Errorf("%q names %s of package api: %v", test.name, test.decl, got)
		}
	}
}
