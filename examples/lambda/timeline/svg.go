package main

import (
	_ "embed"
	"encoding/xml"
	"fmt"
	"strings"
)

// An svg is a drawing. Lengths are in pixels; what classes look like is said in style.css.
type svg struct {
	width, height      int
	title, description string
	elements           strings.Builder
}

//go:embed style.css
var style string

func (s *svg) String() string {
	return fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%[1]d" height="%[2]d" role="img" aria-labelledby="title desc">
<title id="title">%[3]s</title>
<desc id="desc">%[4]s</desc>
<style>
%[5]s</style>
%[6]s</svg>
`, s.width, s.height, escape(s.title), escape(s.description), strings.ReplaceAll(style, "\r", ""), &s.elements)
}

// bar draws a rectangle with rounded corners, and text in its middle.
func (s *svg) bar(class string, left, right, top, height int, text string) {
	s.element(`<rect class="%s" x="%d" y="%d" width="%d" height="%d" rx="4"/>`, class, left, top, right-left, height)
	if text != "" {
		s.text("in "+class, (left+right)/2, top+height/2+5, text)
	}
}

// path draws what d says, in the language of SVG.
func (s *svg) path(class, d string, args ...any) {
	s.element(`<path class="%s" d="%s"/>`, class, fmt.Sprintf(d, args...))
}

// text writes from x, which is the middle of the text for some classes, on the base line y.
func (s *svg) text(class string, x, y int, text string) {
	s.element(`<text class="%s" x="%d" y="%d">%s</text>`, class, x, y, escape(text))
}

func (s *svg) element(format string, args ...any) {
	fmt.Fprintf(&s.elements, format+"\n", args...)
}

func escape(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text)) // a strings.Builder takes everything
	return b.String()
}
