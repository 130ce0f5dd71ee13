package inventory

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/transportlint/transportlint/internal/escape"
)

// A Format says in what form an inventory is written.
type Format string

// The formats.
const (
	Table    Format = "table"    // aligned text, for people
	JSON     Format = "json"     // all there is, for other programs
	Markdown Format = "markdown" // a table for a pull request
	HTML     Format = "html"     // a page for a browser, see WriteHTML
)

// Formats lists all of them.
func Formats() []Format { return []Format{Table, JSON, Markdown, HTML} }

// ParseFormat returns the format of that name, and reports what is accepted if there is none.
func ParseFormat(name string) (Format, error) {
	if !slices.Contains(Formats(), Format(name)) {
		return "", fmt.Errorf("with -list, it must be one of %s", strings.Trim(fmt.Sprint(Formats()), "[]"))
	}
	return Format(name), nil
}

// Write writes the inventory to w. What a page links to, WriteHTML knows.
func (inv *Inventory) Write(w io.Writer, format Format) error {
	switch format {
	case HTML:
		return inv.WriteHTML(w, HTMLOptions{})
	case JSON:
		return writeJSON(w, inv)
	case Markdown:
		return inv.writeMarkdown(w)
	}
	return inv.writeTable(w)
}

// writeJSON writes v so that a terminal or a log takes nothing in it for a command.
func writeJSON(w io.Writer, v any) error {
	data, err := json.MarshalIndent(v, "", "\t")
	if err != nil {
		return err
	}
	_, err = w.Write(append(escape.JSON(data), '\n'))
	return err
}
