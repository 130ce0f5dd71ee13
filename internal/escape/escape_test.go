package escape

import "testing"

func TestEscapes(t *testing.T) {
	for _, test := range []struct{ name, got, want string }{
		{"Visible", Visible("a\x1b[31m\tb\n\u202e"), "a\\x1b[31m\tb\n\\u202e"},
		{"Printable", Printable("::error::x\n  ::y\n##[z]"), "\\x3a:error::x\n  \\x3a:y\n#\\x23[z]"},
		{"Line", Line("a\nb\tc"), `a\nb\tc`},
		{"Markdown", Markdown("<b>|`a*_\n@x"), "\\<b\\>\\|\\`a\\*\\_\\\\n\\@x"},
		{"JSON", string(JSON([]byte("{\"##[x] \u202e \U000e0001 é\": 1}"))), `{"\u0023#[x] \u202e \udb40\udc01 é": 1}`},
	} {
		if test.got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, test.got, test.want)
		}
	}
}
