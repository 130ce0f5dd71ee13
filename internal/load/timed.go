package load

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"regexp"
	"slices"

	"golang.org/x/tools/go/packages"
)

// timed finds the packages that name one of the types and give one of the fields a value without a unit of time. Most that name a type
// such as http.Client have values with a unit, or none.
type timed struct {
	files  *skimmer
	types  map[string][]string // by import path
	fields []string
}

func newTimed(files *skimmer, only *Selection) *timed {
	return &timed{files, only.Timed, only.TimedFields}
}

// fieldValue matches what comes behind the name of a field that gets a value, as far as that can be a constant.
var fieldValue = regexp.MustCompile(`^\s*(?::[^=]|=[^=])[^,;/}\n]*`)

// selected matches what something is selected from.
var selected = regexp.MustCompile(`\b([A-Za-z_]\w*)\.`)

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
	some := func(is func(text []byte) bool) bool {
		return slices.ContainsFunc(pkg.GoFiles, func(name string) bool {
			text, err := t.files.text(name)
			return err == nil && is(text)
		})
	}
	if !some(func(text []byte) bool { return len(mentions(text, words)) > 0 }) {
		return false
	}
	names := make(map[string]bool)
	return some(func(text []byte) bool { return t.bare(pkg, text, names) }) ||
		len(names) > 0 && some(func(text []byte) bool { return mayDeclareConstant(text, names) })
}

// bare reports whether text, a file of pkg, may give a field a constant without a unit. A value that is no more than a name may only be one
// if the package declares a constant of that name. These are added to names, and left to the caller.
func (t *timed) bare(pkg *packages.Package, text []byte, names map[string]bool) bool {
	for _, field := range t.fields {
		for rest := text; ; {
			before, after, found := bytes.Cut(rest, []byte(field))
			if !found {
				break
			}
			rest = after
			if len(before) > 0 && isLetter(before[len(before)-1]) {
				continue
			}
			value := fieldValue.Find(after)
			if value == nil || timeUnit.Match(value) {
				continue
			}
			several := bytes.Contains(value, []byte("=")) && bytes.HasPrefix(after[len(value):], []byte(",")) // of which this is the first
			name := string(bytes.Trim(value, ":= \t\r\n"))
			switch {
			case !several && token.IsIdentifier(name):
				names[name] = true
			case several, !selectsFromVariable(pkg, text, value):
				return true
			}
		}
	}
	return false
}

// mayDeclareConstant reports whether text, a file, may declare a constant by one of names, or import one.
func mayDeclareConstant(text []byte, names map[string]bool) bool {
	dot := bytes.Contains(text, []byte(`. "`))
	if dot || !bytes.Contains(text, []byte("const")) {
		return dot
	}
	file, err := parser.ParseFile(token.NewFileSet(), "", text, parser.SkipObjectResolution)
	if err != nil {
		return true
	}
	for n := range ast.Preorder(file) {
		d, ok := n.(*ast.GenDecl)
		if !ok || d.Tok != token.CONST {
			continue
		}
		for _, spec := range d.Specs {
			if slices.ContainsFunc(spec.(*ast.ValueSpec).Names, func(id *ast.Ident) bool { return names[id.Name] }) {
				return true
			}
		}
	}
	return false
}

// selectsFromVariable reports whether value, in a file of pkg, has a selection from anything but a package, and so is not a constant:
//
//	Timeout: time.Duration(conf.Interval)
func selectsFromVariable(pkg *packages.Package, text, value []byte) bool {
	for _, m := range selected.FindAllSubmatch(value, -1) {
		imported := bytes.Contains(text, append(slices.Clip(m[1]), ` "`...)) // under this name
		for _, dep := range pkg.Imports {
			imported = imported || dep.Name == string(m[1]) || dep.Name == ""
		}
		if !imported {
			return true
		}
	}
	return false
}
