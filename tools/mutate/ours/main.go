// Command ours judges mutants of the analyzer by what the folders of testdata want.
package main

import (
	"github.com/transportlint/transportlint/internal/suite"
	"github.com/transportlint/transportlint/tools/mutate/judge"
)

func main() { judge.Main(suites) }

func suites() ([]suite.Suite, error) {
	all, err := suite.All("../testdata")
	if err != nil {
		return nil, err
	}
	nasty, err := suite.Nasty("../testdata")
	return append(all, nasty), err
}
