// Package through passes values on.
package through

import (
	"forwarded/options"
	"forwarded/tune"
)

func Tune(o *options.Options) { tune.Tune(o) }
