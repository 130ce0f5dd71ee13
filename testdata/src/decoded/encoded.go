package decoded

import (
	"encoding/json"
	"io"
	"net"
	"net/http"
	"reflect"
)

// client is encoded and compared by reflection, which sets nothing.
type client struct {
	Name      string
	Transport *http.Transport
	Dialer    *net.Dialer
}

func encode(w io.Writer) (*client, error) {
	c := &client{
		Transport: &http.Transport{}, // want `^transport: http.Transport does not set IdleConnTimeout`
		Dialer:    &net.Dialer{},     // want `^dialer: net.Dialer does not set Timeout`
	}
	if _, err := json.MarshalIndent(c, "", "\t"); err != nil {
		return nil, err
	}
	if reflect.DeepEqual(c, new(client)) {
		return nil, nil
	}
	return c, json.NewEncoder(w).Encode(c)
}

// by a reflect.Value anything can be set.
func set(idle reflect.Value) *client {
	c := &client{Transport: &http.Transport{}}
	reflect.ValueOf(c).Elem().FieldByName("Transport").Elem().FieldByName("IdleConnTimeout").Set(idle)
	return c
}
