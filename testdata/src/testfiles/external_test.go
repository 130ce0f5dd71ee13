package testfiles_test

import (
	"net/http"
	"testing"

	"testfiles"
)

func TestExternal(t *testing.T) {
	testfiles.Client.Transport = new(http.Transport)
}
