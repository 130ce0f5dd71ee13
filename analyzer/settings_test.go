package analyzer

import (
	"encoding/json"
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
		{Settings{Allow: []string{"net/http.Server.ReadTimeout"}}, []string{"net/http.Server.ReadTimeout", "-allow", "never reported"}},
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
		"require": ["net/http.Server.ReadTimeout", "gopkg.in/yaml.v3.Decoder.Strict"],
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
	if err := json.Unmarshal([]byte(`{"lambda-max-idle": "-1s"}`), &s); err == nil {
		t.Error("a negative duration is accepted")
	}
}

// TestFlagsAreSettings keeps every setting in reach of drivers that only know flags.
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
}
