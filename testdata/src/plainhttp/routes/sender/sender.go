// Package sender says where to with each request. It is a package of its own, since all requests of another module's type are taken together.
package sender

import (
	"net"
	"net/http"
	"path"
	"time"

	"github.com/example/rest"
)

type sender struct{ client *rest.Client }

func newSender() *sender {
	c := rest.Plain()
	c.SetTransport(&http.Transport{IdleConnTimeout: time.Second, DialContext: (&net.Dialer{Timeout: time.Second}).DialContext})
	return &sender{c}
}

func (s *sender) send(method, location string) error {
	return s.client.R().SetBody(nil).Execute(method, "http://"+path.Join(location, "v1"))
}

// Send says where to with each request.
func Send(location string) error { return newSender().send(http.MethodGet, location) }
