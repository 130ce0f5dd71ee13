// Command ours judges mutants of the analyzer by what the folders of testdata want.
package main

import (
	"github.com/transportlint/transportlint/internal/mutate/judge"
	"github.com/transportlint/transportlint/internal/suite"
)

func main() { judge.Main(func() ([]suite.Suite, error) { return suite.All("testdata") }) }
