// Package handed passes http.DefaultClient on, to who may send anything.
package handed

import "net/http"

type API struct{ Client *http.Client }

// Nothing of this is a use.
func (a *API) shared() bool {
	http.DefaultClient.CloseIdleConnections()
	http.DefaultClient.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return a.Client == http.DefaultClient
}

// It is a copy, which may get a Timeout.
func (a *API) own() {
	c := *http.DefaultClient
	a.Client = &c
}

func New() *API {
	a := &API{Client: http.DefaultClient} // want `^client: http.DefaultClient does not set Timeout \(a request without deadline can hang forever\)$`
	if a.shared() {
		a.own()
	}
	return a
}
