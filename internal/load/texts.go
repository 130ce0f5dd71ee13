package load

import (
	"fmt"
	"go/ast"
	"go/token"
	"maps"
	"slices"
	"sync"

	"golang.org/x/tools/go/analysis"
)

// A text keeps what files held when they were parsed.
type texts struct {
	mu     sync.Mutex
	byName map[string][]byte
}

func (t *texts) add(name string, text []byte) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.byName[name] = text
}

func (t *texts) read(name string) ([]byte, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if text, ok := t.byName[name]; ok {
		return text, nil
	}
	return nil, fmt.Errorf("%s was not parsed", name)
}

// KeepTexts makes l keep the texts of the files that are to be analyzed, as they were when they were parsed.
func (l *Loader) KeepTexts() { l.texts = &texts{byName: make(map[string][]byte)} }

// Parsed returns the names of the files whose texts are kept, sorted.
func (l *Loader) Parsed() []string { return slices.Sorted(maps.Keys(l.texts.byName)) }

// Text returns what a file held when it was parsed.
func (l *Loader) Text(name string) ([]byte, error) { return l.texts.read(name) }

// Reading returns a copy of a that sees the texts which were parsed, if they are kept, in place of the files.
func (l *Loader) Reading(a *analysis.Analyzer) *analysis.Analyzer {
	if l.texts == nil {
		return a
	}
	with := *a
	with.Run = func(pass *analysis.Pass) (any, error) {
		p := *pass
		p.ReadFile = l.texts.read
		return a.Run(&p)
	}
	return &with
}

// parseSource parses a file that is analyzed.
func (l *Loader) parseSource(fset *token.FileSet, name string, text []byte) (*ast.File, error) {
	if l.texts != nil {
		l.texts.add(name, text)
	}
	return parseSource(fset, name, text)
}
