package explain

import (
	"fmt"
	"go/token"
	"go/types"
	"path"
	"path/filepath"

	"github.com/transportlint/transportlint/internal/paths"
	"github.com/transportlint/transportlint/internal/symbol"
	"github.com/transportlint/transportlint/internal/why"
)

// PlaceNames returns a function that names positions in pkg as other packages know them: file:line, the file by the import path.
func PlaceNames(pkg *types.Package, fset *token.FileSet) func(token.Pos) string {
	return func(pos token.Pos) string {
		p := fset.Position(pos)
		return fmt.Sprintf("%s:%d", path.Join(pkg.Path(), filepath.Base(p.Filename)), p.Line)
	}
}

// place returns the place of pos, nil if there is no such place.
func (e *explainer) place(pos token.Pos) *why.Place {
	if !pos.IsValid() {
		return nil
	}
	p := e.Fset.Position(pos)
	return &why.Place{File: p.Filename, Line: p.Line, Column: p.Column}
}

// otherPlace returns the place that a summary or a fact names, nil if the name is empty.
func otherPlace(name string) *why.Place {
	if name == "" {
		return nil
	}
	file, line := paths.CutLine(name)
	return &why.Place{File: file, Line: line}
}

// declaration returns the name of the declaration at pos.
func (e *explainer) declaration(pos token.Pos) string {
	for _, file := range e.Files {
		if file.FileStart <= pos && pos < file.FileEnd {
			return symbol.At(file, pos)
		}
	}
	return ""
}
