// The singlechecker command runs the analyzer as programs do that take it as a library.
package main

import (
	"golang.org/x/tools/go/analysis/singlechecker"

	"github.com/transportlint/transportlint/analyzer"
)

func main() { singlechecker.Main(analyzer.Analyzer) }
