package driver

import "fmt"

// Build says how the types of dependencies are found. It is a flag.Value.
type Build string

const (
	// BuildAlways reads the export data that the compiler left in the build cache, compiling what is missing.
	BuildAlways Build = "always"
	// BuildNever reads the declarations of dependencies from source and compiles nothing, which is slower than a warm build
	// cache and many times faster than a cold one. Cgo is off unless CGO_ENABLED says otherwise.
	BuildNever Build = "never"
)

// String returns the value as the flag takes it.
func (b Build) String() string { return string(b) }

// Set parses s, and reports what is accepted if it is something else.
func (b *Build) Set(s string) error {
	switch Build(s) {
	case BuildAlways, BuildNever:
		*b = Build(s)
		return nil
	}
	return fmt.Errorf("accepted are %s and %s", BuildAlways, BuildNever)
}
