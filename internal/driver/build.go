package driver

import "fmt"

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
