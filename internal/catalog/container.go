package catalog

// A Container is a package of functions that call the constructors they are given: with what other constructors return, told by its type,
// or by name with what is asked for.
//
//	fx.Provide(newClient, newAPI) // newAPI(newClient())
//	fx.Populate(&api)             // api = newAPI(...)
type Container struct {
	Path  string
	Fills string // the function that stores values of their types by the pointers that it is given; empty if there is none

	// As are the functions that name types for which the container takes what implements an interface as well, or which count as each
	// interface that they implement: types that pointers among the arguments lead to, or type arguments. To all others an interface is a
	// type like any.
	//
	//	fx.Provide(newSlack, newHandler)                                    // newHandler, which takes a notifier, gets none
	//	fx.Provide(fx.Annotate(newSlack, fx.As(new(notifier))), newHandler) // newHandler(newSlack())
	As []string
}

var containers = []Container{
	{Path: "go.uber.org/fx", Fills: "Populate", As: []string{"As", "From"}},
	{Path: "go.uber.org/dig", As: []string{"As"}},
	{Path: "github.com/samber/do"},
	{Path: "github.com/samber/do/v2", As: []string{"As", "MustAs", "AsNamed", "MustAsNamed", "InvokeAs", "MustInvokeAs"}},
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
