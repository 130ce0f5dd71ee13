// Command judge judges mutants of package tiny.
package main

import (
	"path/filepath"

	"github.com/transportlint/transportlint/internal/suite"
	"github.com/transportlint/transportlint/tools/mutate/judge"
	"github.com/transportlint/transportlint/tools/mutate/testdata/tiny"
)

func main() {
	judge.Main(func() ([]suite.Suite, error) {
		dir, err := filepath.Abs("testdata/tiny")
		return []suite.Suite{{Name: "tiny", Dir: dir, Patterns: []string{"./src/a/..."}, Analyzer: tiny.Analyzer}}, err
	})
}
