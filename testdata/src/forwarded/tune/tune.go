// Package tune sets fields of a type that it does not name.
package tune

import "forwarded/options"

func Tune(o *options.Options) { o.Transport.MaxIdleConns = 100 }

func Each[T any](f func(T), list ...T) {
	for _, t := range list {
		f(t)
	}
}
