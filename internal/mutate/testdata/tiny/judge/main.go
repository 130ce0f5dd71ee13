// Command judge judges mutants of package tiny.
package main

import (
	"path/filepath"

	"github.com/transportlint/transportlint/internal/mutate/judge"
	"github.com/transportlint/transportlint/internal/mutate/testdata/tiny"
	"github.com/transportlint/transportlint/internal/suite"
)

func main() {
	judge.Main(func() ([]suite.Suite, error) {
		dir, err := filepath.Abs("testdata/tiny")
		return []suite.Suite{{Name: "tiny", Dir: dir, Patterns: []string{"./src/a/..."}, Analyzer: tiny.Analyzer}}, err
	})
}
