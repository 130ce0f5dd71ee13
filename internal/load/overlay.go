package load

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"unicode/utf8"

	"github.com/transportlint/transportlint/internal/files"
)

// An Overlay puts other files in the place of those on disk. A nil Overlay leaves all as it is.
//
// packages.Config has a field for that, which is not used: it cannot take a file away.
type Overlay struct {
	content map[string][]byte // by absolute name; nil where there is no file
	dir     string            // temporary, of what the go command reads
	cleanUp func()            // removes dir
}

// NewOverlay returns the overlay with the given content. It is to be removed after use.
func NewOverlay(content map[string][]byte) (_ *Overlay, err error) {
	o := &Overlay{content: content}
	if o.dir, o.cleanUp, err = files.TempDir(); err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			o.Remove()
		}
	}()
	var replace struct{ Replace map[string]string } // what go help build says of -overlay
	replace.Replace = make(map[string]string)
	for name, text := range content {
		if !utf8.ValidString(name) {
			return nil, fmt.Errorf("the go command cannot overlay %q, whose name is not UTF-8", name)
		}
		replace.Replace[name] = ""
		if text == nil {
			continue
		}
		file := filepath.Join(o.dir, fmt.Sprintf("%d%s", len(replace.Replace), filepath.Ext(name)))
		if err := os.WriteFile(file, text, 0o600); err != nil {
			return nil, err
		}
		replace.Replace[name] = file
	}
	text, err := json.Marshal(replace)
	if err != nil {
		return nil, err
	}
	return o, os.WriteFile(o.file(), text, 0o600)
}

// Add puts a further file where the go command can read it, and returns its name.
func (o *Overlay) Add(base, text string) (name string, err error) {
	dir, err := os.MkdirTemp(o.dir, "")
	if err != nil {
		return "", err
	}
	name = filepath.Join(dir, base)
	return name, os.WriteFile(name, []byte(text), 0o600)
}

// Remove removes what the go command was to read.
func (o *Overlay) Remove() { o.cleanUp() }

// file is what the go command's -overlay flag takes.
func (o *Overlay) file() string { return filepath.Join(o.dir, "overlay.json") }

// Read returns what a file holds for l.
func (l *Loader) Read(name string) ([]byte, error) { return l.overlay.read(name) }

// Under returns a copy of l that sees the files of o.
func (l *Loader) Under(o *Overlay) *Loader {
	c := *l
	c.overlay = o
	c.flags = append(slices.Clip(l.flags), "-overlay="+o.file())
	return &c
}

func (o *Overlay) read(name string) ([]byte, error) {
	if text, ok := o.replaced(name); ok {
		return text, nil
	}
	if err := regular(name); err != nil {
		return nil, err
	}
	return os.ReadFile(name)
}

// replaced returns what stands in the place of a file, if something does.
func (o *Overlay) replaced(name string) (text []byte, ok bool) {
	if o == nil {
		return nil, false
	}
	text, ok = o.content[name]
	return text, ok
}

// regular returns an error unless name is a file, and no device or pipe, which a link of a checkout can lead to: they may have no end.
func regular(name string) error {
	info, err := os.Stat(name)
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() {
		return &fs.PathError{Op: "read", Path: name, Err: errors.New("it is not a regular file")}
	}
	return nil
}
