package pointsto

// Mentions is the former name of References.
func (f *Function) Mentions() []Reference { return f.references }

// Passed is the former name of ReturnedParams.
func (f *Function) Passed() []Node { return f.ReturnedParams() }
