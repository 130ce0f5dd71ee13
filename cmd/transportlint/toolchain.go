package main

import (
	"encoding/json"
	"fmt"
	"go/version"
	"io"
	"os"
	"runtime"

	"github.com/transportlint/transportlint/internal/files"
)

// A vetConfig is what matters here of the file by which the go command describes a package to go vet's tool.
type vetConfig struct {
	ImportPath  string
	GoVersion   string            // of the language; in the standard library, that of the toolchain
	VetxOnly    bool              // only facts are wanted
	VetxOutput  string            // the file for them
	PackageVetx map[string]string // the same of each import
}

// first is a package that nearly all others import, one way or another.
const first = "internal/goarch"

// tooOld deals with a package of a toolchain that is newer than the one that built this command, whose type checker takes none of the
// newer standard library. It reports whether it did, and the exit code. The go command asks for each package in a process of its own,
// and what there is to say is to be said once: that falls to the package that all have in common.
func tooOld(configFile string, stderr io.Writer) (code int, done bool) {
	text, err := os.ReadFile(configFile)
	if err != nil {
		return 0, false
	}
	var c vetConfig
	if err := json.Unmarshal(text, &c); err != nil {
		return 0, false
	}
	newer, said := version.Compare(version.Lang(c.GoVersion), version.Lang(runtime.Version())) > 0, c.importsNothing()
	switch {
	case c.ImportPath == first && newer, newer && !c.VetxOnly && !said:
		fmt.Fprintf(stderr, "transportlint was built with %s, and this is for %s: build it again, with that version of Go\n", runtime.Version(), c.GoVersion)
		return 1, true
	case !newer && !said:
		return 0, false
	}
	if c.VetxOutput != "" {
		if err := files.Write(c.VetxOutput, nil); err != nil {
			return fail(stderr, err), true
		}
	}
	return 0, true
}

// importsNothing reports whether the types of an import are missing because the tool was too old for it.
func (c vetConfig) importsNothing() bool {
	for _, file := range c.PackageVetx {
		if info, err := os.Stat(file); err == nil && info.Size() == 0 {
			return true
		}
	}
	return false
}
