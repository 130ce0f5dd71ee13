package load

import (
	"bytes"
	"io"
	"os"
	"unicode/utf8"
)

// A skimmer looks into files, one after the other, into most of them only for what they import. It reads all of them into the same
// memory.
type skimmer struct {
	overlay *Overlay
	buf     []byte
}

// text returns what a file holds. It is valid until the next call.
func (s *skimmer) text(name string) (text []byte, err error) {
	err = s.read(name, max(len(s.buf), 64<<10), func(beginning []byte, whole bool) bool {
		text = beginning
		return whole
	})
	return text, err
}

// textIf returns what text does if a file imports what is wanted, else nil, and then has read little more than the imports.
func (s *skimmer) textIf(name string, wanted func(imports []string) bool) (text []byte, err error) {
	decided := false
	err = s.read(name, 4<<10, func(beginning []byte, whole bool) (enough bool) {
		if !decided {
			paths, end := imports(beginning)
			if !whole && !end {
				return false
			}
			if !wanted(paths) {
				return true
			}
			decided = true
		}
		text = beginning
		return whole
	})
	return text, err
}

// read reads a file, of which size bytes are probably enough, and hands its beginning to look, more and more of it, until that
// returns true. It does so for the whole file.
func (s *skimmer) read(name string, size int, look func(beginning []byte, whole bool) bool) error {
	if text, ok := s.overlay.replaced(name); ok {
		look(text, true)
		return nil
	}
	if err := regular(name); err != nil {
		return err
	}
	file, err := os.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	for n := 0; ; {
		if n == size {
			size = max(2*size, len(s.buf))
		}
		s.buf = append(s.buf, make([]byte, max(0, size-len(s.buf)))...)
		read, err := file.Read(s.buf[n:size])
		n += read
		if err != nil && err != io.EOF {
			return err
		}
		if look(s.buf[:n], err == io.EOF) {
			return nil
		}
	}
}

// imports returns the paths that text, the beginning of a file, imports, and reports whether the rest of the file has no more. Package
// parser takes ten times as long, most of it for comments.
func imports(text []byte) (paths []string, end bool) {
	for len(text) > 0 {
		var size int
		switch c := text[0]; {
		case bytes.HasPrefix(text, []byte("//")):
			size = through(text, 2, "\n")
		case bytes.HasPrefix(text, []byte("/*")):
			size = through(text, 2, "*/")
		case c == '"', c == '`':
			if size = through(text, 1, string(c)); size > 0 {
				paths = append(paths, string(text[1:size-1]))
			}
		case isLetter(c):
			size = bytes.IndexFunc(text, func(r rune) bool { return r < utf8.RuneSelf && !isLetter(byte(r)) })
			switch string(text[:max(0, size)]) {
			case "const", "func", "type", "var":
				return paths, true
			}
		default:
			size = 1
		}
		if size <= 0 { // the rest may be the beginning of something else
			return paths, false
		}
		text = text[size:]
	}
	return paths, false
}

// through returns the size of text up to the end of the first delimiter behind from, and 0 if there is none.
func through(text []byte, from int, delimiter string) int {
	i := bytes.Index(text[from:], []byte(delimiter))
	if i < 0 {
		return 0
	}
	return from + i + len(delimiter)
}
