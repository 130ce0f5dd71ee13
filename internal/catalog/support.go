package catalog

import "slices"

// support lists names of packages that only tests use.
var support = []string{"e2e", "e2etest", "e2eutil", "testhelper", "testhelpers", "testing", "testkit", "testlib", "testsupport", "testutil", "testutils"}

// IsTestSupport reports whether a package of that name is test support: code that only tests use, as that of _test.go files.
func IsTestSupport(name string) bool { return slices.Contains(support, name) }
