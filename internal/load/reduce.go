package load

import (
	"bytes"
	"go/token"
)

// A reducer takes out of the text of a file what declarations can do without: comments, the bodies of functions, and the elements of what
// variables are initialized with, unless they are counted. To parse these takes far longer than to pass over them.
//
// What stays is on the line and in the column where it was: the line breaks of what is taken out stay, and spaces behind the last of them.
type reducer struct {
	src []byte
	at  int    // text up to here is in out, as far as it stays
	out []byte // used again
}

// reduce returns text without what it can do without. It is valid until the next call. Text that is not understood, or that says itself
// on which line it is, is returned as it is.
func (r *reducer) reduce(text []byte) []byte {
	r.src, r.at, r.out = text, 0, r.out[:0]
	defer func() { r.src = nil }()
	if !r.file() {
		return text
	}
	r.keep(len(text))
	return r.out
}

// file reduces the file, and reports whether it could.
func (r *reducer) file() bool {
	var (
		depth int    // of brackets of any kind
		head  = true // before the package clause, whose comments can be build constraints
		fn    bool   // in the head of a declaration of a function
		vars  bool   // in a declaration of variables
		count bool   // behind [...], and so before elements that are counted
		last  []byte // the token before; of a mark, its last byte
		line  bool   // a line break has been seen since
	)
	for i := 0; ; {
		space, broken, ok := r.space(i, head)
		if !ok {
			return false
		}
		i, line = i+space, line || broken
		if i == len(r.src) {
			return depth == 0
		}
		c, size := r.src[i], lexeme(r.src[i:])
		if size == 0 {
			return false
		}
		word := r.src[i : i+size]
		ends := depth == 0 && (len(last) == 0 || last[0] == ';' || line && endsStatement(last))
		fn, vars, count = fn && !ends, vars && !ends, count && !ends
		switch {
		case c == '.' && string(last) == "[":
			count = true
		case c == '{' && string(last) != "struct" && string(last) != "interface" && (fn && depth == 0 || vars && !count):
			size = block(r.src[i:])
			if size == 0 {
				return false
			}
			r.drop(i+1, i+size-1)
			fn, word = false, []byte("}")
		case c == '(', c == '[', c == '{':
			count = count && (c != '{' || string(last) == "struct" || string(last) == "interface")
			depth++
		case c == ')', c == ']', c == '}':
			if depth--; depth < 0 {
				return false
			}
		case string(word) == "func" && ends:
			fn = true
		case string(word) == "var" && ends:
			vars = true
		case string(word) == "package":
			head = false
		}
		last, line = word, false
		i += size
	}
}

// space returns the size of the white space and the comments at i, which it drops unless they are kept, and whether a line ends there. It
// is false if that is not understood.
func (r *reducer) space(i int, kept bool) (size int, broken, ok bool) {
	begin := i
	for ; i < len(r.src); i += size {
		switch c := r.src[i]; {
		case c == '\n', c == ' ', c == '\t', c == '\r':
			size, broken = 1, broken || c == '\n'
		case c == '/' && isComment(r.src[i:]):
			if size = comment(r.src[i:]); size == 0 {
				return 0, false, false
			}
			broken = broken || bytes.IndexByte(r.src[i:i+size], '\n') >= 0
			if !kept {
				r.drop(i, i+size)
			}
		default:
			return i - begin, broken, true
		}
	}
	return i - begin, broken, true
}

// lexeme returns the size of the token at the beginning of text, of which marks have one byte. It is 0 if that does not end.
func lexeme(text []byte) int {
	switch c := text[0]; {
	case c == '"', c == '`', c == '\'':
		return quoted(text)
	case isLetter(c):
		size := 1
		for size < len(text) && isLetter(text[size]) {
			size++
		}
		return size
	}
	return 1
}

// endsStatement reports whether a line break behind a token ends a statement.
func endsStatement(last []byte) bool {
	switch c := last[0]; c {
	case ')', ']', '}', '"', '`', '\'':
		return true
	default:
		return isLetter(c) && !token.IsKeyword(string(last))
	}
}

// keep copies what stands before end.
func (r *reducer) keep(end int) {
	r.out = append(r.out, r.src[r.at:end]...)
	r.at = end
}

// drop copies what stands before begin, and leaves out what stands from there to end.
func (r *reducer) drop(begin, end int) {
	r.keep(begin)
	for {
		i := bytes.IndexByte(r.src[r.at:end], '\n')
		if i < 0 {
			break
		}
		r.out = append(r.out, '\n')
		r.at += i + 1
	}
	if end == len(r.src) || r.src[end] != '\n' {
		for range end - r.at {
			r.out = append(r.out, ' ')
		}
	}
	r.at = end
}

func isComment(text []byte) bool { return len(text) > 1 && (text[1] == '/' || text[1] == '*') }

// comment returns the size of the comment at the beginning of text, without the line break behind it. It is 0 for one that does not end, or
// that says on which line it is.
func comment(text []byte) int {
	if bytes.HasPrefix(text[2:], []byte("line ")) {
		return 0
	}
	if text[1] == '*' {
		return through(text, 2, "*/")
	}
	if i := bytes.IndexByte(text, '\n'); i >= 0 {
		return i
	}
	return len(text)
}

// quoted returns the size of the string or rune at the beginning of text, 0 if it does not end.
func quoted(text []byte) int {
	quote := text[0]
	if quote == '`' {
		return through(text, 1, "`")
	}
	for i := 1; i < len(text); i++ {
		switch text[i] {
		case quote:
			return i + 1
		case '\\':
			i++
		case '\n':
			return 0
		}
	}
	return 0
}

// block returns the size of the block at the beginning of text, 0 if it is not understood.
func block(text []byte) int {
	depth := 0
	for i := 0; i < len(text); {
		size := 1
		switch text[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i + 1
			}
		case '"', '`', '\'':
			if size = quoted(text[i:]); size == 0 {
				return 0
			}
		case '/':
			if !isComment(text[i:]) {
				break
			}
			if size = comment(text[i:]); size == 0 {
				return 0
			}
		}
		i += size
	}
	return 0
}
