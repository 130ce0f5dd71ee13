// Package tune configures a transport without a word of net/http.
package tune

import "unnamed/lib"

func Idle(o *lib.Options) { o.Transport.IdleConnTimeout = 60e9 }

func Conns(x any) { x.(*lib.Options).Transport.MaxIdleConns = 100 }
