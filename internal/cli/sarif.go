package cli

import (
	"encoding/json"
	"strings"
	"testing"
)

// SARIF is what is looked at of a log.
type SARIF struct {
	Runs []struct {
		Tool struct {
			Driver struct {
				Rules []struct {
					ID                               string
					ShortDescription, Help           struct{ Text, Markdown string }
					DefaultConfiguration, Properties map[string]any
				}
			}
		}
		Invocations []struct {
			ExecutionSuccessful        bool
			ToolExecutionNotifications []struct {
				Message   struct{ Text string }
				Locations []Location
			}
		}
		Results []struct {
			RuleID, Level       string
			RuleIndex           int
			Message             struct{ Text string }
			Locations           []Location
			PartialFingerprints map[string]string
		}
	}
}

// A Location is a place in it.
type Location struct {
	PhysicalLocation struct {
		ArtifactLocation struct{ URI, URIBaseID string }
		Region           struct{ StartLine, StartColumn, EndLine, EndColumn int }
	}
}

// ReadSARIF returns the log in text, and checks the parts that are to be there in any log. integration/ holds logs against the schema of SARIF.
func ReadSARIF(t *testing.T, text []byte) SARIF {
	t.Helper()
	var l SARIF
	if err := json.Unmarshal(text, &l); err != nil {
		t.Fatalf("%v in:\n%s", err, text)
	}
	if len(l.Runs) != 1 || len(l.Runs[0].Invocations) != 1 {
		t.Fatalf("want one run and one invocation:\n%s", text)
	}
	rules := l.Runs[0].Tool.Driver.Rules
	for _, r := range rules {
		if r.ShortDescription.Text == "" || len(r.Help.Text) < 100 || len(r.Help.Text) > 1000 || !strings.Contains(r.Help.Text, "rules.md#"+r.ID) || r.Help.Markdown == "" || r.DefaultConfiguration["level"] == nil || r.Properties["precision"] == nil {
			t.Errorf("rule %+v", r)
		}
	}
	fingerprints := make(map[string]bool)
	for _, r := range l.Runs[0].Results {
		if rules[r.RuleIndex].ID != r.RuleID || rules[r.RuleIndex].DefaultConfiguration["level"] != r.Level {
			t.Errorf("result %+v has another rule", r)
		}
		fingerprint := r.PartialFingerprints["transportlint/v1"]
		if fingerprint == "" || fingerprints[fingerprint] {
			t.Errorf("fingerprint %q of %+v", fingerprint, r)
		}
		fingerprints[fingerprint] = true
	}
	return l
}
