// The tests of this module run other people's tools, slowly. It is a module of its own so that users of transportlint get none of what
// these tests need.
module github.com/transportlint/transportlint/integration

go 1.26.0

require (
	github.com/santhosh-tekuri/jsonschema/v6 v6.0.3
	github.com/transportlint/transportlint v0.0.0
	golang.org/x/mod v0.42.0
	golang.org/x/tools v0.52.0
)

require (
	golang.org/x/sync v0.24.0 // indirect
	golang.org/x/text v0.14.0 // indirect
)

replace github.com/transportlint/transportlint => ../
