package paths

import "testing"

func TestSameModule(t *testing.T) {
	for _, c := range []struct {
		place, module, path string
		same                bool
	}{
		{"example.com/m/api/a.go", "example.com/m", "example.com/m/cmd", true},
		{"example.com/mine/a.go", "example.com/m", "example.com/m/cmd", false},
		{"github.com/owner/name/api/a.go", "", "github.com/owner/name/cmd", true}, // the module is not known
		{"github.com/owner/other/a.go", "", "github.com/owner/name/cmd", false},
		{"m/api/a.go", "", "m/cmd", true},
	} {
		if got := SameModule(c.place, c.module, c.path); got != c.same {
			t.Errorf("SameModule(%q, %q, %q) = %t", c.place, c.module, c.path, got)
		}
	}
}

func TestInRepository(t *testing.T) {
	for _, c := range []struct{ module, path, want string }{
		{"example.com/m", "example.com/m", ""},
		{"example.com/m", "example.com/m/test/e2e", "test/e2e"},
		{"gopkg.in/name.v1", "gopkg.in/name.v1/test", "test"},
		{"github.com/owner/name/test/go", "github.com/owner/name/test/go/client", "test/go/client"}, // a module in a folder
		{"", "github.com/owner/name/test", "test"},                                                  // the module is not known
		{"", "m/test", "test"},
	} {
		if got := InRepository(c.module, c.path); got != c.want {
			t.Errorf("InRepository(%q, %q) = %q, want %q", c.module, c.path, got, c.want)
		}
	}
}
