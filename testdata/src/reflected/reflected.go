// Package reflected sets fields by reflection: which ones is not known.
package reflected

import (
	"net/http"
	"reflect"
	"time"
)

func byName(name string, d time.Duration) http.RoundTripper {
	t := &http.Transport{}
	reflect.ValueOf(t).Elem().FieldByName(name).SetInt(int64(d))
	return t
}

// merge copies the fields of src that are not zero.
func merge(dst, src any) {
	d, s := reflect.ValueOf(dst).Elem(), reflect.ValueOf(src).Elem()
	for i := range d.NumField() {
		if f := d.Field(i); f.CanSet() && !s.Field(i).IsZero() {
			f.Set(s.Field(i))
		}
	}
}

func merged(src *http.Transport) http.RoundTripper {
	t := &http.Transport{}
	merge(t, src)
	return t
}

// Another value is reflected upon.
func other(src *http.Transport) http.RoundTripper {
	t := &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	merge(&options{}, &options{})
	return t
}

type options struct{ Idle time.Duration }
