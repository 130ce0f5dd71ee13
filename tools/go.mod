// What the makers of transportlint measure and test it with. It is a module of its own so that users of transportlint get none of it.
module github.com/transportlint/transportlint/tools

go 1.26.0

require (
	github.com/transportlint/transportlint v0.0.0
	golang.org/x/tools v0.52.0
)

require (
	github.com/aymanbagabas/go-udiff v0.4.1 // indirect
	golang.org/x/mod v0.42.0 // indirect
	golang.org/x/sync v0.24.0 // indirect
	golang.org/x/sys v0.49.0 // indirect
	golang.org/x/term v0.45.0 // indirect
)

replace github.com/transportlint/transportlint => ../

tool github.com/transportlint/transportlint/cmd/transportlint
