package driver

import (
	"fmt"

	"golang.org/x/tools/go/packages"
)

// Build says how the types of dependencies are found. It is a flag.Value.
type Build string

const (
	// BuildAuto takes from the build cache what is in it, and reads the declarations of the other dependencies from source. It
	// compiles nothing.
	BuildAuto Build = "auto"
	// BuildAlways has the go command compile what is not in the build cache.
	BuildAlways Build = "always"
	// BuildNever does without the build cache.
	BuildNever Build = "never"
)

// String returns the value as the flag takes it.
func (b Build) String() string { return string(b) }

// Set parses s, and reports what is accepted if it is something else.
func (b *Build) Set(s string) error {
	switch Build(s) {
	case BuildAuto, BuildAlways, BuildNever:
		*b = Build(s)
		return nil
	}
	return fmt.Errorf("accepted are %s, %s and %s", BuildAuto, BuildAlways, BuildNever)
}

// effort says what was read from where, and why.
func (prog *program) effort() string {
	compiled, source := 0, 0
	for pkg := range prog.types.types {
		switch {
		case pkg.PkgPath == "unsafe":
		case prog.types.source[pkg]:
			source++
		default:
			compiled++
		}
	}
	all := 0
	packages.Visit(prog.listed, nil, func(*packages.Package) { all++ })
	text := fmt.Sprintf("%d of %s listed, %d of them to be judged; %d can have findings or are not known to compile, and are analysed; of what they import, %d from the build cache, %d from source",
		len(prog.listed), plural(all, "package"), len(prog.asked), len(prog.roots), compiled, source)
	switch {
	case prog.build == BuildNever:
		text += " (-build=never)"
	case source > 0:
		text += " (not in the build cache, or importing what is analysed; -build=always compiles it)"
	}
	return text
}
