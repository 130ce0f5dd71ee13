package load

import (
	"fmt"
	"os"
	"path/filepath"

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

// dryRun has the go command say on its standard error what it would run, in place of running it. So go list -export tells what is in the
// build cache and compiles nothing. Tools are still asked which version they are, which is a part of the names of things in the cache.
const dryRun = "-n"

// workFolder is what the go command then calls the folder for what it would compile. It creates none, but takes what is in a folder of that
// name for its own.
const workFolder = "$WORK"

// mistakable returns an error if there is something in dir that the go command would mistake for the outcome of a build.
func mistakable(dir string) error {
	name := filepath.Join(dir, workFolder)
	if _, err := os.Lstat(name); err != nil {
		return nil
	}
	return fmt.Errorf("%s has the name of the go command's own folder for what it compiles; remove it", name)
}

// emptyCache reports whether it is certain that there is nothing in the build cache, as in a container that has just begun.
func emptyCache() bool {
	dir := os.Getenv("GOCACHE")
	if dir == "" {
		user, err := os.UserCacheDir()
		if err != nil || chosen("GOCACHE") {
			return false
		}
		dir = filepath.Join(user, "go-build")
	}
	if chosen("GOCACHEPROG") || !filepath.IsAbs(dir) {
		return false
	}
	folders, err := os.ReadDir(dir) // one that is missing may be one that cannot be made, which the go command will say
	if err != nil {
		return false
	}
	for _, folder := range folders {
		if len(folder.Name()) != 2 { // those for what is cached are 00 to ff
			continue
		}
		if entries, err := os.ReadDir(filepath.Join(dir, folder.Name())); err != nil || len(entries) > 0 {
			return false
		}
	}
	return true
}

// String returns the value as the flag takes it.
func (b Build) String() string { return string(b) }

// Set parses s, and reports what is accepted if it is something else.
func (b *Build) Set(s string) error {
	switch Build(s) {
	case BuildAuto, BuildAlways, BuildNever:
		*b = Build(s)
		return nil
	}
	return fmt.Errorf("it must be %s, %s or %s", BuildAuto, BuildAlways, BuildNever)
}

// Effort says what was read from where, and why.
func (prog *Program) Effort() string {
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
	packages.Visit(prog.Listed, nil, func(*packages.Package) { all++ })
	text := fmt.Sprintf("packages: %d listed, %d of them in the main module, %d to report on; %d can have findings or are not known to compile, and are read; types of what they import come from the build cache for %d, from source for %d",
		all, len(prog.Listed), len(prog.Asked), len(prog.Roots), compiled, source)
	switch {
	case prog.Build == BuildNever:
		text += " (-build=never)"
	case source > 0:
		text += " (not in the build cache, or importing what is analyzed; -build=always compiles it)"
	}
	return text
}
