package why

import (
	"fmt"
	"go/token"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
)

// A Question asks about the values at a place, or those of a declaration. The zero Question asks about all.
type Question struct {
	Text string // as it was asked

	File         string // an absolute path; empty for a name
	Line, Column int    // 0 if any will do

	Name string // such as api.NewClient, example.com/m/api.Client.Do or NewClient
}

var placeForm = regexp.MustCompile(`^(.*\.go)(?::(\d+)(?::(\d+))?)?:?$`)

// Ask reads a question, as seen from dir:
//
//	client.go, api/client.go:14, api/client.go:14:15
//	NewClient, api.NewClient, example.com/m/api.Client.Do
//
// The colon that the lines of findings have behind the place may stand there.
func Ask(text, dir string) (*Question, error) {
	q := &Question{Text: text}
	if m := placeForm.FindStringSubmatch(text); m != nil {
		q.File = filepath.Clean(filepath.FromSlash(m[1]))
		if !filepath.IsAbs(q.File) {
			q.File = filepath.Join(dir, q.File)
		}
		for i, to := range []*int{&q.Line, &q.Column} {
			var err error
			if *to, err = strconv.Atoi(m[2+i]); m[2+i] != "" && (err != nil || *to == 0) {
				return nil, fmt.Errorf("%q names no line of a file", text)
			}
		}
		return q, nil
	}
	slash := strings.LastIndexByte(text, '/')
	parts := strings.Split(text[slash+1:], ".")
	if slash >= 0 { // the last element of an import path may be no identifier
		if len(parts) == 1 {
			return nil, fmt.Errorf("%q names no declaration; one of a package is written as in example.com/m/api.NewClient", text)
		}
		parts = parts[1:]
	}
	for _, part := range parts {
		if !token.IsIdentifier(part) {
			return nil, fmt.Errorf("%q is neither a place, such as api/client.go:14, nor a name, such as api.NewClient", text)
		}
	}
	q.Name = text
	return q, nil
}

// Names reports whether the question is about declaration decl, a name or Type.Method, of the package with that name and path.
func (q *Question) Names(decl, pkgName, pkgPath string) bool {
	if q.Name == "" || decl == "" {
		return false
	}
	if q.Name == decl {
		return true
	}
	pkg, ok := strings.CutSuffix(q.Name, "."+decl)
	return ok && (pkg == pkgName || pkg == pkgPath || strings.HasSuffix(pkgPath, "/"+pkg))
}
