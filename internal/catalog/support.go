package catalog

import (
	"path"
	"slices"
	"strings"
)

// support lists names of packages that only tests use, and of the folders that such packages are below.
var support = []string{"e2e", "e2etest", "e2eutil", "httptest", "integrationtest", "integrationtests", "test", "testhelper", "testhelpers", "testenv",
	"testing", "testkit", "testlib", "tests", "testserver", "testsuites", "testsupport", "testutil", "testutils"}

// IsTestSupport reports whether the package of that path and name is test support: code that only tests use, as that of _test.go files.
// By the convention of net/http/httptest, so is a package that has the name of the one around it and test.
func IsTestSupport(pkg, name string) bool {
	return slices.Contains(support, name) || name == path.Base(path.Dir(pkg))+"test"
}

// rootTestFolders lists names of folders that have what only tests use, if they are in the root of a repository: further down, they may have
// what integrates one thing with another.
var rootTestFolders = []string{"acceptance", "conformance", "integration"}

// InTestFolder reports whether the package of that name, at dir in its repository, is in a folder of tests. A command may just be called test.
func InTestFolder(dir, name string) bool {
	if name == "main" {
		dir = path.Dir(dir)
	}
	folders := strings.Split(dir, "/")
	return slices.Contains(rootTestFolders, folders[0]) || slices.ContainsFunc(folders, isTestFolder)
}

func isTestFolder(name string) bool {
	ends := []string{"-test", "-tests", "_test", "_tests"}
	return slices.Contains(support, name) || slices.ContainsFunc(ends, func(end string) bool { return strings.HasSuffix(name, end) })
}

// forTests lists packages that only tests, and what supports them, import.
var forTests = []string{"github.com/onsi/ginkgo", "github.com/onsi/gomega", "github.com/ory/dockertest", "github.com/stretchr/testify",
	"github.com/testcontainers/testcontainers-go", "gotest.tools"}

// IsForTests reports whether a file that imports the package of that path is test support.
func IsForTests(pkg string) bool {
	return slices.ContainsFunc(forTests, func(p string) bool { return pkg == p || strings.HasPrefix(pkg, p+"/") })
}

// testNames lists, for packages that other code imports as well, the names that only test support refers to: testing.Testing and
// httptest.NewRecorder are found elsewhere, too.
var testNames = map[string][]string{
	"testing":           {"B", "F", "M", "T", "TB"},
	"net/http/httptest": {"NewServer", "NewTLSServer", "NewUnstartedServer"},
}

// HasTestNames reports whether the package of that path has such names.
func HasTestNames(pkg string) bool { return testNames[pkg] != nil }

// IsTestName reports whether name is one of those of the package of that path.
func IsTestName(pkg, name string) bool { return slices.Contains(testNames[pkg], name) }
