package driver

import (
	"bytes"
	"fmt"
	"go/format"
	"path/filepath"
	"strings"
	"testing"
)

// A style is a way to import what a transport needs.
type style struct{ name, imports, http, tls, params string }

var styles = []style{
	{"grouped", "import (\n\t\"crypto/tls\"\n\t\"net/http\"\n)\n", "http.", "tls.", ""},
	{"separate", "import \"crypto/tls\"\nimport \"net/http\"\n", "http.", "tls.", ""},
	{"all", "import (\n\t\"crypto/tls\"\n\t\"net\"\n\t\"net/http\"\n\t\"time\"\n)\n\nvar _ net.Conn\nvar _ time.Time\n", "http.", "tls.", ""},
	{"renamed", "import (\n\tsecure \"crypto/tls\"\n\tweb \"net/http\"\n\tclock \"time\"\n)\n\nvar _ clock.Time\n", "web.", "secure.", ""},
	{"dotted", "import (\n\t\"crypto/tls\"\n\t. \"net/http\"\n)\n\nvar _ Request\n", "", "tls.", ""},
	{"shadowed", "import (\n\t\"crypto/tls\"\n\t\"net/http\"\n)\n", "http.", "tls.", "time, net int"},
	{"crlf", "import (\n\t\"crypto/tls\"\n\t\"net/http\"\n)\n", "http.", "tls.", ""},
}

// generate writes packages into the module in dir that make transports in every form, with every choice of fields, in every layout,
// one package for each of styles.
func generate(t *testing.T, dir string, styles []style) {
	forms := []string{
		"var x%d = &%sTransport{%s}\n",
		"var (\n\tother%[1]d = 1\n\tx%[1]d     = %[2]sTransport{%[3]s}\n)\n",
		"func f%d(PARAMS) *%[2]sTransport {\n\tx := &%[2]sTransport{%[3]s}\n\treturn x\n}\n",
		"func f%d(PARAMS) *%[2]sTransport {\n\treturn &%[2]sTransport{%[3]s}\n}\n",
		"func f%d(PARAMS) []*%[2]sTransport {\n\treturn []*%[2]sTransport{{%[3]s}}\n}\n",
		"func f%d(PARAMS) *%[2]sClient {\n\treturn &%[2]sClient{\n\t\tTransport: &%[2]sTransport{%[3]s},\n\t\tTimeout:   1,\n\t}\n}\n",
		"func f%d(PARAMS) *%[2]sTransport {\n\tif x := (&%[2]sTransport{%[3]s}); x != nil {\n\t\treturn x\n\t}\n\treturn nil\n}\n",
	}
	bare := []string{
		"var x%d = new(%sTransport)\n",
		"var x%d %sTransport\n",
		"func f%d(PARAMS) *%[2]sTransport {\n\tvar x %[2]sTransport\n\treturn &x\n}\n",
		"func f%d(PARAMS) *%[2]sTransport {\n\treturn new(%[2]sTransport)\n}\n",
	}
	fields := [][]string{
		nil,
		{"MaxIdleConns: 5"},
		{"TLSClientConfig: &TLSConfig{MinVersion: 771}"},
		{"TLSClientConfig: nil", "DisableKeepAlives: true"},
		{"MaxIdleConns: 5", "MaxIdleConnsPerHost: 5", "TLSHandshakeTimeout: 5", "ForceAttemptHTTP2: true"},
	}
	layouts := []func(fields []string) string{
		func(f []string) string { return strings.Join(f, ", ") },
		func(f []string) string { return "\n" + strings.Join(append(f, ""), ",\n") },
		func(f []string) string {
			return "\n// Why.\n" + strings.Join(append(f, ""), ", // so\n") + "// That is all.\n"
		},
	}
	for _, s := range styles {
		var text strings.Builder
		fmt.Fprintf(&text, "package %s\n\n%s\nvar _ %sConfig\n", s.name, s.imports, s.tls)
		n := 0
		for _, form := range bare {
			n++
			fmt.Fprintf(&text, "\n"+form, n, s.http)
		}
		for _, form := range forms {
			for _, f := range fields {
				for _, layout := range layouts {
					n++
					inside := strings.ReplaceAll(layout(f[:len(f):len(f)]), "TLSConfig", s.tls+"Config")
					fmt.Fprintf(&text, "\n"+form, n, s.http, inside)
				}
			}
		}
		// Parts that gofmt would put on lines of their own.
		fmt.Fprintf(&text, "\nvar y1 = &%[1]sTransport{}; var y2 = &%[1]sTransport{}\n", s.http)
		source := []byte(strings.ReplaceAll(text.String(), "PARAMS", s.params))
		if s.name != "renamed" { // one that gofmt has never seen
			var err error
			if source, err = format.Source(source); err != nil {
				t.Fatal(err)
			}
		}
		if s.name == "crlf" {
			source = bytes.ReplaceAll(source, []byte("\n"), []byte("\r\n"))
		}
		write(t, filepath.Join(dir, s.name, s.name+".go"), source)
	}
}
