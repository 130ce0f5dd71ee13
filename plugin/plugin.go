// Package plugin registers transportlint with golangci-lint's module plugin system. Importing it is all that it takes: `golangci-lint
// custom` compiles a golangci-lint that does, from a .custom-gcl.yml that names this package.
//
// The settings in .golangci.yml are those of [analyzer.Settings], which are named as the flags of the command are.
package plugin

import (
	"github.com/golangci/plugin-module-register/register"
	"golang.org/x/tools/go/analysis"

	"github.com/transportlint/transportlint/analyzer"
)

func init() { register.Plugin("transportlint", New) }

// New makes the plugin from the settings in .golangci.yml, which may be nil. The error names each setting that is wrong.
func New(settings any) (register.LinterPlugin, error) {
	s, err := register.DecodeSettings[analyzer.Settings](settings)
	if err != nil {
		return nil, err
	}
	a, err := analyzer.New(s)
	if err != nil {
		return nil, err
	}
	return linter{withSafeFixes(a)}, nil
}

type linter struct{ analyzer *analysis.Analyzer }

// BuildAnalyzers implements [register.LinterPlugin].
func (l linter) BuildAnalyzers() ([]*analysis.Analyzer, error) {
	return []*analysis.Analyzer{l.analyzer}, nil
}

// GetLoadMode implements [register.LinterPlugin].
func (linter) GetLoadMode() string { return register.LoadModeTypesInfo }
