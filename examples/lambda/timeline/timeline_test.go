package main

import (
	"encoding/xml"
	"errors"
	"io"
	"os"
	"strings"
	"testing"
)

func TestCommittedPicture(t *testing.T) {
	committed, err := os.ReadFile("../../../docs/frozen-connection.svg")
	if err != nil {
		t.Fatal(err)
	}
	drawn := draw()
	if drawn != strings.ReplaceAll(string(committed), "\r\n", "\n") {
		t.Error("docs/frozen-connection.svg is not what this program draws; run go generate ./examples/lambda/timeline")
	}
	for d := xml.NewDecoder(strings.NewReader(drawn)); ; {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatalf("no well-formed XML: %v", err)
		}
	}
}
