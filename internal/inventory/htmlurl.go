package inventory

import (
	"errors"
	"fmt"
	"net/url"
	"path"
	"strconv"
	"strings"
)

// CheckSourceURL returns an error if text cannot be a SourceURL.
func CheckSourceURL(text string) error {
	_, err := parseSourceURL(text)
	return err
}

// A sourceURL is where a line of a file can be read; empty for nowhere.
type sourceURL string

func parseSourceURL(text string) (sourceURL, error) {
	if text == "" {
		return "", nil
	}
	sample := strings.NewReplacer("{file}", "f", "{line}", "1").Replace(text)
	if err := checkURL(sample); err != nil {
		return "", err
	}
	if strings.ContainsAny(sample, "{}") {
		return "", errors.New("only {file} and {line} may stand in braces")
	}
	_, rest, _ := strings.Cut(text, "://")
	if _, rest, _ = strings.Cut(rest, "/"); !strings.Contains(rest, "{file}") {
		return "", errors.New("there must be a {file} behind the host")
	}
	return sourceURL(text), nil
}

// checkURL allows what a link may lead to: another page, and never code.
func checkURL(text string) error {
	u, err := url.Parse(text)
	if err != nil {
		return err
	}
	if u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return errors.New("it must begin with https:// or http://, and a host")
	}
	return nil
}

// of returns the URL of a place, empty if there is none: a file outside the folder of the run is not in the repository.
func (s sourceURL) of(p Place) string {
	file := path.Clean(p.File)
	if s == "" || path.IsAbs(file) || strings.Contains(file, ":/") || file == ".." || strings.HasPrefix(file, "../") {
		return ""
	}
	return strings.NewReplacer("{file}", escapeURL(file), "{line}", strconv.Itoa(p.Line)).Replace(string(s))
}

// escapeURL escapes a file name so that it remains one in every part of a URL.
func escapeURL(file string) string {
	var b strings.Builder
	for _, c := range []byte(file) {
		if c == '/' || isPlain(c) {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}

func isPlain(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || strings.IndexByte("-._~", c) >= 0
}

// anchor returns the name of an entry within the page: another one for each ID, and nothing that a browser reads otherwise.
func anchor(id string) string {
	var b strings.Builder
	b.WriteString("entry-")
	for _, c := range []byte(id) {
		if c == '/' || c == '~' || !isPlain(c) {
			fmt.Fprintf(&b, "~%02x", c)
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}
