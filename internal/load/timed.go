package load

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"
)

// timed finds the packages that name one of the types and give one of the fields a value without a unit of time. Most that name a type
// such as http.Client have values with a unit, or none.
type timed struct {
	read  func(string) ([]byte, error)
	types map[string][]string // by import path
	value *regexp.Regexp      // of a field, as far as one can be a constant
}

func newTimed(read func(string) ([]byte, error), only *Selection) *timed {
	return &timed{read, only.Timed, regexp.MustCompile(`\b(?:` + strings.Join(only.TimedFields, "|") + `)\s*(?::[^=]|=[^=])[^,}\n]*`)}
}

// A unit that an import of another name gives is not known for one, and nothing is lost.
var timeUnit = regexp.MustCompile(`\btime\.(?:Nano|Micro|Milli)?(?:second|Second)\b|\btime\.(?:Minute|Hour)\b`)

// mentioned reports whether pkg may have such a value. It looks at the text alone.
func (t *timed) mentioned(pkg *packages.Package) bool {
	var words []string
	for _, dep := range pkg.Imports {
		words = append(words, t.types[dep.PkgPath]...)
	}
	if len(words) == 0 {
		return false
	}
	named, bare := false, false
	for _, name := range pkg.GoFiles {
		text, err := t.read(name)
		if err != nil {
			continue
		}
		named = named || len(mentions(text, words)) > 0
		bare = bare || slices.ContainsFunc(t.value.FindAll(text, -1), func(value []byte) bool { return !timeUnit.Match(value) })
		if named && bare {
			return true
		}
	}
	return false
}
