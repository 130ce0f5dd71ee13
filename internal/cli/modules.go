package cli

// GoMod begins an archive with a module.
const GoMod = "-- go.mod --\nmodule example.com/m\n\ngo 1.26\n"

// Dialer is a file with a finding in the given package, at line 5.
func Dialer(pkg string) string {
	return "package " + pkg + "\n\nimport \"net\"\n\nvar D = net.Dialer{}\n"
}

// Clean is a module without findings.
const Clean = `
-- go.mod --
module example.com/m

go 1.26
-- a/a.go --
package a

import "net/http"

var Client = http.DefaultClient
-- empty/readme.txt --
Nothing to see here.
`

// OneDialer is a module with one finding, which has a fix.
const OneDialer = `
-- go.mod --
module example.com/m

go 1.26
-- a.go --
package m

import "net"

var D = &net.Dialer{}
`
