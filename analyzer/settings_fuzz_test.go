package analyzer

import (
	"encoding/json"
	"flag"
	"io"
	"reflect"
	"testing"
)

// FuzzSettings decodes settings from any JSON and from any value of any flag. What is accepted means the same when it is written and
// read again; what is not has an error that says something.
func FuzzSettings(f *testing.F) {
	f.Add(`{"require": ["net/http.Transport.Proxy"], "lambda-max-idle": "60s", "strict": true}`, 0, "net/http.Transport.Proxy, a/b.C.D,")
	f.Add(`{"allow": null, "enable": [], "lambda-max-idle": "1h0.5s"}`, 4, "-5s")
	f.Add(`{"fooo": 1, "strict": {"": [1e999]}}`, 5, "functions-framework-go,x.Y")
	f.Add(`["strict"]`, 3, "client,client")
	var names []string
	Analyzer.Flags.VisitAll(func(fl *flag.Flag) { names = append(names, fl.Name) })
	f.Fuzz(func(t *testing.T, text string, n int, value string) {
		var s Settings
		if err := json.Unmarshal([]byte(text), &s); err == nil {
			check(t, s)
			written, err := json.Marshal(s)
			if err != nil {
				t.Fatal(err)
			}
			var again Settings
			if err := json.Unmarshal(written, &again); err != nil || !reflect.DeepEqual(s, again) {
				t.Errorf("%s is %+v, and then %+v, %v", written, s, again, err)
			}
		} else if err.Error() == "" {
			t.Errorf("an error without words: %#v", err)
		}

		var byFlag Settings
		fs := byFlag.Flags()
		fs.SetOutput(io.Discard)
		name := names[uint(n)%uint(len(names))]
		if err := fs.Set(name, value); err != nil {
			if err.Error() == "" {
				t.Errorf("-%s=%s: an error without words: %#v", name, value, err)
			}
			return
		}
		check(t, byFlag)
		var again Settings
		second := again.Flags()
		written := fs.Lookup(name).Value.String()
		if written == "" { // nothing is what is not set
			return
		}
		if err := second.Set(name, written); err != nil || !reflect.DeepEqual(byFlag, again) {
			t.Errorf("-%s=%s is %+v, and then %+v, %v", name, written, byFlag, again, err)
		}
	})
}

// check makes an analyzer of s, twice.
func check(t *testing.T, s Settings) {
	_, err := New(s)
	if _, again := New(s); (err == nil) != (again == nil) || err != nil && err.Error() != again.Error() {
		t.Errorf("%+v: first %v, then %v", s, err, again)
	}
}
