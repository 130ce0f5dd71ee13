package analyzer

import (
	"encoding/json"
	"flag"
	"strings"
	"testing"
	"time"
)

func TestWrongSettings(t *testing.T) {
	for _, c := range []struct {
		s    Settings
		want []string
	}{
		{Settings{Enable: []string{"transprt"}}, []string{`"transprt"`, "-enable", "did you mean transport?", "lambda-leak"}},
		{Settings{Disable: []string{"nothing like it"}}, []string{`"nothing like it"`, "-disable", "the rules are transport,"}},
		{Settings{Require: []string{"Transport"}}, []string{`"Transport"`, "-require", "import/path.Type.Field"}},
		{Settings{Require: []string{"net/http.Transport.IdleTimeout"}}, []string{"net/http.Transport.IdleTimeout", "did you mean IdleConnTimeout?"}},
		{Settings{Require: []string{"net/http.Transport.IdleConnTimeout<60s"}}, []string{"IdleConnTimeout<60s", "-require", "write <= or >="}},
		{Settings{Require: []string{"net/http.Transport.IdleConnTimeout<=soon?"}}, []string{`"soon?"`, "60s", "another field of net/http.Transport"}},
		{Settings{Require: []string{"net/http.Transport.IdleTimeout>=1"}}, []string{"net/http.Transport.IdleTimeout", "did you mean IdleConnTimeout?"}},
		{Settings{Require: []string{"net/http.Transport.MaxIdleConns<=MaxConnPerHost"}}, []string{"did you mean MaxConnsPerHost?"}},
		{Settings{Require: []string{"Retries>=1"}}, []string{`"Retries"`, "import/path.Type.Field"}},
		{Settings{Allow: []string{"net/http.Cookie.MaxAge"}}, []string{"net/http.Cookie.MaxAge", "-allow", "never reported"}},
		{Settings{LambdaEntry: []string{"Run"}}, []string{`"Run"`, "-lambda-entry", "import/path.Func"}},
		{Settings{Enable: []string{"a"}, Allow: []string{"b"}}, []string{"-enable", "-allow"}},
	} {
		_, err := New(c.s)
		if err == nil {
			t.Errorf("%+v: no error", c.s)
			continue
		}
		for _, want := range c.want {
			if !strings.Contains(err.Error(), want) {
				t.Errorf("%+v: the error does not say %q: %v", c.s, want, err)
			}
		}
	}
}

func TestRightSettings(t *testing.T) {
	var s Settings
	err := json.Unmarshal([]byte(`{
		"require": ["net/http.Server.ReadTimeout", "gopkg.in/yaml.v3.Decoder.Strict", "example.com/a.Options.Retries>=1",
			"net/http.Transport.MaxIdleConnsPerHost<=net/http.Transport.MaxIdleConns"],
		"max-idle": "60s",
		"allow": ["net/http.Server.ReadTimeout"],
		"lambda-entry": ["functions-framework-go", "example.com/platform.Run"],
		"lambda-max-idle": "60s"
	}`), &s)
	if err != nil {
		t.Fatal(err)
	}
	if time.Duration(s.LambdaMaxIdle) != time.Minute {
		t.Errorf("lambda-max-idle is %v", &s.LambdaMaxIdle)
	}
	if _, err := New(s); err != nil {
		t.Error(err)
	}
}

// TestSettingsAsText says what somebody reads who has made a mistake in a configuration file.
func TestSettingsAsText(t *testing.T) {
	const all = "the settings are allow, disable, enable, include-generated, include-tests, lambda-entry, lambda-max-idle, max-idle, require, strict"
	for _, c := range []struct{ text, want string }{
		{`{"fooo": 1}`, `no setting "fooo"; ` + all},
		{`{"stict": true, "allow": null}`, `no setting "stict" (did you mean strict?); ` + all},
		{`{"strict": "yes", "require": "net/http.Transport.Proxy"}`, "setting require: want a list, not a value of type string\nsetting strict: want true or false, not a value of type string"},
		{`{"allow": [true]}`, "setting allow: want text, not a value of type bool"},
		{`{"lambda-max-idle": 60}`, "setting lambda-max-idle: want a duration such as 60s, not a value of type number"},
		{`{"lambda-max-idle": "-1s"}`, `setting lambda-max-idle: "-1s" is not a duration such as 60s`},
		{`["strict"]`, "settings: want names with values, not a value of type array"},
	} {
		if err := json.Unmarshal([]byte(c.text), new(Settings)); err == nil || err.Error() != c.want {
			t.Errorf("%s\ngot  %v\nwant %s", c.text, err, c.want)
		}
	}
}

// TestFlagsAreSettings keeps every setting in reach of drivers that only know flags, and every flag in reach of configuration files.
func TestFlagsAreSettings(t *testing.T) {
	text, err := json.Marshal(Settings{})
	if err != nil {
		t.Fatal(err)
	}
	var fields map[string]any
	if err := json.Unmarshal(text, &fields); err != nil {
		t.Fatal(err)
	}
	for name := range fields {
		if Analyzer.Flags.Lookup(name) == nil {
			t.Errorf("setting %s has no flag", name)
		}
	}
	Analyzer.Flags.VisitAll(func(f *flag.Flag) {
		if _, ok := fields[f.Name]; !ok {
			t.Errorf("flag %s is no setting", f.Name)
		}
	})
}
