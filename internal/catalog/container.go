package catalog

// A Container is a package of functions that call the constructors they are given: with what other constructors return, told by its type,
// or by name with what is asked for.
//
//	fx.Provide(newClient, newAPI) // newAPI(newClient())
//	fx.Populate(&api)             // api = newAPI(...)
type Container struct {
	Path  string
	Fills string // the function that stores values of their types by the pointers that it is given; empty if there is none
}

var containers = []Container{
	{Path: "go.uber.org/fx", Fills: "Populate"},
	{Path: "go.uber.org/dig"},
	{Path: "github.com/samber/do"},
	{Path: "github.com/samber/do/v2"},
}

// FindContainer returns the container whose package is at path, nil if none is.
func FindContainer(path string) *Container {
	for i := range containers {
		if containers[i].Path == path {
			return &containers[i]
		}
	}
	return nil
}
