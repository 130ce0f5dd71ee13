package analyzer

import (
	"go/ast"
	"path"

	"golang.org/x/tools/go/analysis"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/netuse"
)

// clientRule is the name of the rule about clients without a timeout.
const clientRule = "client"

// usedShortcuts returns the shortcuts to look for, none if files do not name one.
func (c *config) usedShortcuts(pass *analysis.Pass, files []*ast.File) []catalog.Shortcut {
	if len(c.shortcuts) == 0 || !netuse.UsesAny(pass.Pkg, pass.TypesInfo, files, c.shortcuts) {
		return nil
	}
	return c.shortcuts
}

// shortcutUses returns a finding for each use of a shortcut that nothing bounds. It names what the reader wrote, and says of it what
// the catalog says of the zero value.
func (r *run) shortcutUses() []finding {
	if len(r.shortcuts) == 0 {
		return nil
	}
	types := catalog.Types()
	var out []finding
	for _, u := range r.net.Shortcuts(r.shortcuts) {
		s := u.Shortcut
		row := catalog.Find(types, s.Package, s.Type).Field(s.Field)
		f := newFinding(u.Pos, u.End, s.Rule)
		f.Type = path.Base(s.Package) + "." + s.Name
		f.Fields = []Field{{row.Name, row.Effect}}
		f.Remedy = s.Remedy
		f.compose("does not set ", "")
		out = append(out, finding{Finding: f})
	}
	return out
}
