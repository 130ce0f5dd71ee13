// Package contest has a name that ends like one of test support by chance.
package contest

import "net/http"

var Transport = &http.Transport{} // want `^transport: `
