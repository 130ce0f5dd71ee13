package suite

import (
	"go/types"
	"os"
	"reflect"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"
)

// An Outcome is what comes of a run over one package.
type Outcome struct {
	Result      any
	Diagnostics []analysis.Diagnostic
	Facts       []analysis.Fact // about the package
}

// Run runs a over pkg. The facts about packages that it imports, facts returns.
func Run(a *analysis.Analyzer, pkg *packages.Package, facts func(*types.Package) []analysis.Fact) (Outcome, error) {
	var out Outcome
	if IllTyped(pkg) {
		return out, pkg.Errors[0]
	}
	pass := &analysis.Pass{
		Analyzer: a,
		Fset:     pkg.Fset, Files: pkg.Syntax, OtherFiles: pkg.OtherFiles, IgnoredFiles: pkg.IgnoredFiles,
		Pkg: pkg.Types, TypesInfo: pkg.TypesInfo, TypesSizes: pkg.TypesSizes, TypeErrors: pkg.TypeErrors,
		ReadFile:          os.ReadFile,
		Report:            func(d analysis.Diagnostic) { out.Diagnostics = append(out.Diagnostics, d) },
		ExportPackageFact: func(f analysis.Fact) { out.Facts = append(out.Facts, f) },
		ImportPackageFact: func(p *types.Package, f analysis.Fact) bool {
			for _, g := range facts(p) {
				if reflect.TypeOf(f) == reflect.TypeOf(g) {
					reflect.ValueOf(f).Elem().Set(reflect.ValueOf(g).Elem())
					return true
				}
			}
			return false
		},
	}
	if m := pkg.Module; m != nil {
		pass.Module = &analysis.Module{Path: m.Path, Version: m.Version, GoVersion: m.GoVersion}
	}
	var err error
	out.Result, err = a.Run(pass)
	return out, err
}
